// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/records/people.h"
#include "ui/forms/inputs/field_input.h"

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QCompleter;
class QStandardItemModel;
QT_END_NAMESPACE

namespace keywork {

class ChoiceBox;

/// A record of a kind of which there are few: chosen from a list.
class ReferenceChoice final : public FieldInput {
    Q_OBJECT
public:
    ReferenceChoice(const RecordType &type, const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override;

private:
    const RecordType &m_type;
    ChoiceBox *m_combo;
};

/// A record of a kind of which there may be many: found by typing its name, a resident also by number.
class ReferenceSearch final : public FieldInput {
    Q_OBJECT
public:
    ReferenceSearch(const RecordType &type, const Field &field, const Services &services);
    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QWidget *keys() override { return m_edit; }
    /// Shows what matches the text, or without one what is on offer.
    void openList();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One line of the list.
    struct Offer {
        qint64 id = 0;
        QString inWords; ///< Ben Barker · P-0013 · Room 7
        QStringList names; ///< one of them, typed out, means this record
    };
    QList<Offer> offersFor(const QString &typed) const;
    QList<Offer> people(const QString &typed) const;
    Offer offerOf(const ResidentLine &line) const;
    Offer offerOf(const KeptRow &row) const;
    void look(const QString &typed);
    void choose(qint64 id, const QString &inWords);
    const RecordType &m_type;
    QLineEdit *m_edit;
    QStandardItemModel *m_found;
    QCompleter *m_list;
    qint64 m_chosen = 0;
    QString m_inWords; ///< of the one that is meant
};

} // namespace keywork
