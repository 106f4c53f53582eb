// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/services.h"
#include "ui/forms/record_form.h"

#include <QJsonObject>
#include <QSet>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// The parts of one kind in the form of what they belong to: the people in an incident, each in a form of their own. They
/// are drafted and saved with it.
class ChildrenPart : public QWidget {
    Q_OBJECT
public:
    enum class AddKey { ByKey, ByButton }; ///< Ctrl+Shift+N adds one of the first kind of parts
    ChildrenPart(const RecordType &type, AddKey key, const Services &services, QWidget *parent = nullptr);

    void load(const QList<KeptRow> &parts);
    /// As they stand in the forms; new ones in which nobody typed anything are left out.
    QList<KeptRow> parts() const;
    /// What colleagues did to the parts since they were opened: their fields are merged in, what they added comes along, what
    /// they took out goes, unless it was changed here. Violations of what both changed, by the part's place in parts().
    Violations bringIn(const QList<KeptRow> &onFile);
    /// `index` is a part's place in parts(). Gives what belongs to no field there.
    Violations showViolations(qsizetype index, const Violations &violations);
    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);
    /// Another one, with the keyboard in its first field.
    void addNew();
    const RecordType &type() const { return m_type; }

    /// One that is begun for somebody: asked as far as the first question goes.
    static Row freshRow(const RecordType &type, const Services &services);

Q_SIGNALS:
    void edited();

private:
    struct Part {
        QWidget *card;
        QLabel *title;
        RecordForm *form;
        KeptRow kept; ///< id 0: new
        Row base; ///< what the typing began with
        QPushButton *remove;
        QPushButton *up;
        QPushButton *down;
    };
    void append(const KeptRow &kept, const Row &base);
    QPushButton *partButton(QLayout *line, const QString &text, const QString &name);
    void remove(const QWidget *card);
    void move(const QWidget *card, int by);
    void clear();
    void number();
    void orderTabs();
    void focusFirst(const Part &part);
    qsizetype indexOf(const QWidget *card) const;
    bool isBlank(const Part &part) const;
    bool isOrdered() const { return m_type.indexOf(QStringLiteral("position")) >= 0; }
    /// Places in m_parts of what parts() gives.
    QList<qsizetype> filledIn() const;

    const RecordType &m_type;
    const Services m_services;
    QVBoxLayout *m_cards = nullptr;
    QPushButton *m_add = nullptr;
    QList<Part> m_parts;
    QSet<qint64> m_known; ///< on file when the typing began, also those that were taken out here
};

} // namespace keywork
