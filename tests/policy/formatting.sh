#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Keywork authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
bad=$(find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format-14 --dry-run -Werror 2>&1 | grep -c 'error:')
heads=$(grep -rL 'SPDX-License-Identifier: GPL-3.0-or-later' --include='*.h' --include='*.cpp' core ui app tests)
[ "$bad" -eq 0 ] && [ -z "$heads" ] && exit 0
echo "$bad lines are not formatted: clang-format-14 -i; without licence head: $heads"
exit 1
