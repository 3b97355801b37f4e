#!/bin/sh
# Adds Rolefit to the desktop's menu and to "Open with" for PDF files, for this user only; "add-to-menu.sh remove" undoes it.
# It does not make Rolefit the default for PDF files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
id=org.rolefit.Rolefit
if [ "${1:-}" = remove ]; then
  rm -f "$share/applications/$id.desktop" "$share/metainfo/$id.metainfo.xml"
  find "$share/icons/hicolor" -name "$id*" -type f -delete 2>/dev/null || true
  exit 0
fi
[ -f "$here/share/$id.desktop" ] || { echo "This belongs into the unpacked folder of Rolefit; it is of no use elsewhere." >&2; exit 1; }
mkdir -p "$share/applications" "$share/icons"
# In a .desktop file a path with spaces stands in quotes; backslash, quote, dollar and backtick would need escaping.
case $here in *[\"\\\$\`]*) echo "Please move this folder to a path without quotes, backslashes or dollar signs." >&2; exit 1 ;; esac
sed "s|^Exec=.*|Exec=\"$here/rolefit\" %F|" "$here/share/$id.desktop" >"$share/applications/$id.desktop"
cp -r "$here/share/icons/hicolor" "$share/icons/"
command -v update-desktop-database >/dev/null && update-desktop-database -q "$share/applications" || true
