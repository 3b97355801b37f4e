"""Pages of a résumé as pictures, rendered in a child process, and the view that shows them."""
