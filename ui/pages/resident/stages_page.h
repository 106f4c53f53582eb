// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stage_entry.h"
#include "core/rules/stage_movement.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// The whole way through the spectrum of need: record a change, correct an entry with a reason.
class StagesPage : public Page {
    Q_OBJECT
public:
    StagesPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    void openNew();
    void openCorrection(const Kept<StageEntry> &wrong);
    RecordEditor *editor() const { return m_editor; }

private:
    void open(RecordEditor *editor);
    void closeEditor();
    void addEntry(const StageMove &move);
    const Id<Person> m_person;
    Card *m_form = nullptr;
    QWidget *m_formPlace = nullptr; ///< where it scrolls
    Card *m_entries = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
