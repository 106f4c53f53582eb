// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assessment.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/list_with_form.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace keywork {

class AssessmentForm;
class AssessmentView;
class Card;

/// A resident's assessments: ours, by level and how far they are, and those that others made.
class AssessmentsPage : public ListWithForm {
    Q_OBJECT
public:
    AssessmentsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    void openNew();
    /// A half-done one to fill in, a finished one to read.
    void open(Id<Assessment> id);
    AssessmentForm *form() const;
    AssessmentView *view() const;
    RecordEditor *editor() const { return m_editor; }

private:
    void buildList();
    void addLine(const Kept<Assessment> &assessment);
    void addByOthers();
    void correct(Id<Assessment> id);
    void fillIn(Id<Assessment> id);
    void circumstances(Id<Assessment> id);
    Done begin(const Row &row);
    void showInstead(QWidget *widget);
    void close();
    Card *m_ours = nullptr;
    Card *m_byOthers = nullptr;
    QPointer<AssessmentForm> m_form;
    QPointer<AssessmentView> m_view;
    QPointer<RecordEditor> m_editor;
    QComboBox *m_forms = nullptr;
    Id<Assessment> m_begun;
};

} // namespace keywork
