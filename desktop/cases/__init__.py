"""The open résumés without a screen: what each says, what can be asked and changed, and the engine that reads them."""
