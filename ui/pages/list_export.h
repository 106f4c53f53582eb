// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/record/record_type.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLayout;
QT_END_NAMESPACE

namespace keywork {

class RecordTable;

/// A list as it leaves: what it says, and whom it is about.
struct ListText {
    QString title;
    QString filter; ///< what was typed over it
    QStringList labels;
    QList<QStringList> lines;
    QList<Id<Person>> people;
};
using MakeList = std::function<Result<ListText>()>;

/// A list leaves whole or not at all: all its rows, also what nobody scrolled to. What leaves is kept in the ledger; refused
/// with a sentence to whom the role doesn't let take lists along.

/// Asks where to, writes the file. `list` is called when the place is known.
void exportList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list);
/// The preview of the list on paper.
void printList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list);
/// "Print" and "Export CSV" in a list's line of buttons, the same on every list; none for whom they would only refuse.
void addExits(QLayout *line, QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list);

/// The list of a table, for these.
MakeList listOf(const RecordType &type, const RecordTable *table);

} // namespace keywork
