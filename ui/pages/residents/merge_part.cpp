// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/merge_part.h"

#include "ui/forms/row_words.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace keywork {

MergePart::MergePart(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
}

void MergePart::clear()
{
    emptyLayout(layout());
    m_questions.clear();
    m_even = nullptr;
    m_because = nullptr;
    m_stays = m_goes = {};
}

void MergePart::showPair(Id<Person> stays, Id<Person> goes)
{
    clear();
    const auto preview = m_services.merging.preview(stays, goes);
    if (!preview) {
        layout()->addWidget(label(words::error(preview.error()), "problem", true));
        return;
    }
    m_stays = stays;
    m_goes = goes;
    build(*preview);
    m_because->setFocus();
}

QString MergePart::nameOf(const KeptRow &person) const
{
    const auto known = recordType<Person>().fromRow(person.row);
    return known ? known->displayName() + u" · "_s + known->number : person.row.text(u"number"_s);
}

QString MergePart::shown(const KeptRow &person, const QString &column) const
{
    const QString text = inWords(person.row, column, m_services.records);
    return text.isEmpty() ? tr("nothing said") : words::shortened(text, 120);
}

void MergePart::addHeadings(QGridLayout *grid, const MergePreview &preview)
{
    grid->addWidget(label(tr("This record stays:\n%1").arg(nameOf(preview.stays)), "strong", true), 0, 1);
    grid->addWidget(label(tr("This one goes into it:\n%1").arg(nameOf(preview.goes)), "strong", true), 0, 2);
}

void MergePart::addQuestion(QGridLayout *grid, const MergePreview &preview, const QString &column, bool takesOther)
{
    const int row = grid->rowCount();
    const QString title = words::labelOfField<Person>(column);
    auto *own = new QRadioButton(literal(shown(preview.stays, column)));
    auto *other = new QRadioButton(literal(shown(preview.goes, column)));
    own->setObjectName(u"own-"_s + column);
    other->setObjectName(u"other-"_s + column);
    own->setAccessibleName(tr("%1: %2").arg(title, shown(preview.stays, column)));
    other->setAccessibleName(tr("%1: %2, from the other record").arg(title, shown(preview.goes, column)));
    (takesOther ? other : own)->setChecked(true);
    auto *group = new QButtonGroup(own);
    group->addButton(own);
    group->addButton(other);
    grid->addWidget(label(title, "fieldLabel"), row, 0);
    grid->addWidget(own, row, 1);
    grid->addWidget(other, row, 2);
    m_questions.append({column, other});
}

QWidget *MergePart::whatMoves(const MergePreview &preview) const
{
    QStringList kinds;
    for (const auto &[type, count] : preview.moving)
        kinds.append(tr("%1: %2").arg(words::label(type->titleMany)).arg(count));
    const QString text
        = kinds.isEmpty() ? tr("Nothing else is on file with the other record.") : tr("Moves along: %1.").arg(kinds.join(u", "_s));
    return label(text, "soft", true);
}

void MergePart::build(const MergePreview &preview)
{
    auto *body = static_cast<QVBoxLayout *>(layout());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    addHeadings(grid, preview);
    for (const QString &column : preview.differing)
        addQuestion(grid, preview, column, false);
    for (const QString &column : preview.lacking)
        addQuestion(grid, preview, column, true);
    body->addLayout(grid);
    body->addWidget(label(
        tr("Everything else is the same or stands in the record that stays. The other name and number go on being found."), "soft", true));
    body->addWidget(whatMoves(preview));
    if (preview.accessStays)
        body->addWidget(label(tr("The record that stays is restricted: who needs to know it stays as it is."), "soft", true));
    if (preview.bothHereOn) {
        body->addWidget(label(
            tr("Both had a room on the night of %1. They may be two people.").arg(words::date(*preview.bothHereOn)), "problem", true));
        m_even = new QCheckBox(tr("It &is one person all the same"));
        m_even->setObjectName(u"evenIfBothWereHere"_s);
        body->addWidget(m_even);
    }
    m_because = labelledLine(body, tr("How you know that they are one person"), "mergeBecause");
    auto *line = lineOrFlow(8);
    auto *make = button(tr("Make them &one record"), "primary");
    make->setObjectName(u"makeOne"_s);
    connect(make, &QPushButton::clicked, this, &MergePart::merge);
    auto *swap = button(tr("Let the other one s&tay"));
    swap->setObjectName(u"swap"_s);
    connect(swap, &QPushButton::clicked, this, [this] { showPair(m_goes, m_stays); });
    line->addWidget(make);
    line->addWidget(swap);
    pushRight(line);
    body->addLayout(line);
}

void MergePart::merge()
{
    MergeWish wish;
    wish.stays = m_stays;
    wish.goes = m_goes;
    wish.because = m_because->text();
    wish.evenIfBothWereHere = m_even && m_even->isChecked();
    for (const Question &question : std::as_const(m_questions))
        if (question.other->isChecked())
            wish.taken.append(question.column);
    const auto merged = m_services.merging.merge(wish);
    if (!merged) { // what was typed and chosen stays
        m_navigator.refuse(merged.error());
        (m_even && !m_even->isChecked() ? static_cast<QWidget *>(m_even) : m_because)->setFocus();
        return;
    }
    m_navigator.say(tr("One record now: %1 is found under %2 as well").arg(merged->value.mergedName, merged->value.mergedNumber));
    Q_EMIT done();
}

} // namespace keywork
