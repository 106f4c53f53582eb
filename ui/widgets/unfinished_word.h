// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

/// From the first call on, knows the word that an input method has not finished yet (Pinyin, Telex, dead keys).
void watchUnfinishedWord();

/// Puts such a word into the field where it is being typed. For whoever is about to read the fields or to take them away:
/// until then it stands on the screen, but in no text.
void finishWord();

} // namespace keywork
