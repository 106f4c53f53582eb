// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/forms.h"
#include "ui/pages/page.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class FormEditor;

/// The forms that assessments are made along: ours, and what the house made of them.
class FormsPage : public Page {
    Q_OBJECT
public:
    FormsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showRecord(const RecordRef &record) override;
    /// The question of the draft that was being typed.
    void showForm(const RecordRef &record, const QString &part) override;
    /// The draft of the form, made when there is none.
    void edit(const QString &form);
    /// A form that somebody brings along; a broken one is refused with line and place.
    void bring(const QString &path);
    FormEditor *editor() const;

private:
    void addLine(const HouseForm &form);
    void copy(const QString &form, const QString &title);
    void open(const Result<Kept<FormVersion>> &draft);
    void close();
    QStackedLayout *m_stack = nullptr;
    QWidget *m_place = nullptr;
    Card *m_list = nullptr;
    QLabel *m_message = nullptr;
    QPointer<FormEditor> m_editor;
};

} // namespace keywork
