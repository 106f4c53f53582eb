// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
QT_END_NAMESPACE

namespace keywork {

/// A box to tick whose text wraps, added to `into`: a check box itself cuts what is longer than the column. A click on the
/// text ticks it, too.
QCheckBox *wrappedTick(const QString &text, QBoxLayout *into);

} // namespace keywork
