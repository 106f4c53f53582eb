#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Keywork authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
command -v clang-format-14 > /dev/null || { echo "clang-format-14 is not installed: nothing was checked"; exit 1; }
if ! found=$(find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format-14 --dry-run -Werror 2>&1); then
  grep -c 'error:' <<< "$found"
  echo "lines are not formatted: clang-format-14 -i"
  exit 1
fi
heads=$(grep -rL 'SPDX-License-Identifier: GPL-3.0-or-later' --include='*.h' --include='*.cpp' core ui app tests)
[ -z "$heads" ] && exit 0
echo "without licence head: $heads"
exit 1
