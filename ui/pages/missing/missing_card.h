// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/missing.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

class FieldEditor;
class MissingSheetPart;
class RecordEditor;

/// Somebody who is missing: since when, what is told of them, the sheet for the police, and being found again, which closes it.
/// Where nobody is missing it offers to begin a search, no more.
class MissingCard : public Card {
    Q_OBJECT
public:
    MissingCard(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();
    void openDescription();
    void openFound();
    void openSheet();
    RecordEditor *editor() const { return m_editor; }
    MissingSheetPart *sheet() const { return m_sheet; }

private:
    void buildOpen();
    void buildClosed();
    void addButton(QLayout *line, const QString &text, const char *name, const char *look, void (MissingCard::*pressed)());
    void begin();
    void openIncident();
    void place(RecordEditor *editor);
    void closeForm();
    Done keepFound(const Row &row);
    const Id<Person> m_person;
    const Services m_services;
    const Navigator m_navigator;
    MissingNow m_now;
    QVBoxLayout *m_head = nullptr;
    QVBoxLayout *m_form = nullptr;
    RecordEditor *m_editor = nullptr;
    MissingSheetPart *m_sheet = nullptr;
    FieldEditor *m_backAt = nullptr; ///< above the form of being found: the incident's own
};

} // namespace keywork
