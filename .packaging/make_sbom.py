"""Writes the bill of materials of a bundle as CycloneDX 1.5 JSON. Usage: make_sbom.py OUT [LIBRARIES]

It has no clock and no random number in it: the same parts give the same file.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundled_parts import ROOT, Part, all_parts, plain_name


def version() -> str:
    """Rolefit's version, from the one place where it stands."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "matching" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def bill(parts: Sequence[Part]) -> dict[str, Any]:
    """The bill of materials of Rolefit with these parts."""
    components = [_component(part) for part in parts]
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True) + version())
    own = {"type": "application", "bom-ref": "rolefit", "name": "rolefit", "version": version()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": components,
        "dependencies": [{"ref": "rolefit", "dependsOn": [component["bom-ref"] for component in components]}],
    }


def _component(part: Part) -> dict[str, Any]:
    kind = {"python": "pypi", "system": "deb/debian"}.get(part.kind, "generic")
    name = plain_name(part.name) if part.kind == "python" else quote(part.name.replace(" ", "-").lower())
    address = f"pkg:{kind}/{name}" + (f"@{quote(part.version, safe=':')}" if part.version else "")
    made: dict[str, Any] = {
        "type": "data" if part.kind == "data" else "library", "bom-ref": address, "name": part.name, "purl": address,
        "licenses": [{"license": {"name": part.licence}}],
    }  # fmt: skip
    if part.version:
        made["version"] = part.version
    if part.home:
        made["externalReferences"] = [{"type": "website", "url": part.home}]
    return made


def main() -> int:
    made = bill(all_parts(Path(sys.argv[2]) if len(sys.argv) > 2 else None))
    Path(sys.argv[1]).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
