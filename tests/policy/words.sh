#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Keywork authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Person-first words in our own texts, code included. The wording of the guidance that reports quote stands in one file.
set -u
found=$(grep -rniE '\b(addicts?|abusers?|junkie|non-?complian[a-z]+|clean and sober|substance abuse|refuseniks?|offenders?)\b' \
  --include='*.h' --include='*.cpp' --include='*.json' --include='*.md' core ui app resources README.md ARCHITECTURE.md)
chaotic=$(grep -rnE '"[^"]*\bChaotic\b' --include='*.h' --include='*.cpp' core ui app | grep -v 'core/domain/stage_entry.cpp')
[ -z "$found$chaotic" ] && exit 0
printf 'Words that judge:\n%s\n%s\n' "$found" "$chaotic"
exit 1
