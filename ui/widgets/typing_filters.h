// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Letters typed on the list go into its filter. From there Down leads back into the list; Escape takes the filter away,
/// and leads back, too. Nothing while the filter is hidden.
void filterByTyping(QAbstractItemView *list, QLineEdit *filter);

} // namespace keywork
