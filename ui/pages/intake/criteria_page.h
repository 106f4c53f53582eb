// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entry_criteria.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// The house's written entry criteria: the version that holds, those before it, and the next one to be written.
class CriteriaPage : public Page {
    Q_OBJECT
public:
    CriteriaPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    /// The form of the next version, which begins with the words of this one.
    void openNext();
    RecordEditor *editor() const { return m_editor; }

private:
    void closeEditor();
    void addVersion(const Kept<EntryCriteria> &version, bool holds);
    QStackedLayout *m_stack = nullptr;
    Card *m_card = nullptr;
    QWidget *m_part = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
