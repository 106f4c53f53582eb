// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/words.h"

namespace keywork::words {

/// The label of a field of this kind, so that paper, lists and form say the same.
template <class T> QString labelOfField(const QString &column) { return label(recordType<T>().fieldNamed(column)->label); }
template <class T> QString labelOfField(const char *column) { return labelOfField<T>(QString::fromLatin1(column)); }

} // namespace keywork::words
