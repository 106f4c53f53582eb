// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/use_rows.h"

#include "core/record/row_text.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "ui/pages/substance_use/use_table.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"
#include "ui/text/words_substances.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMostOffered = 12;

const SubstanceUse *lastSaid(const std::optional<UseReview> &before, qint64 substance)
{
    if (before)
        for (const SubstanceUse &use : before->uses)
            if (use.substanceId.value == substance)
                return &use;
    return nullptr;
}

KeptRow freshUse(qint64 substance)
{
    SubstanceUse use;
    use.substanceId = {substance};
    KeptRow fresh;
    fresh.row = toRow(use);
    return fresh;
}

} // namespace

UseRows::UseRows(const std::optional<UseReview> &before, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_before(before)
    , m_services(services)
    , m_names(words::substanceNames(services))
    , m_classOf(services.substanceReviews.classes())
    , m_asOn(services.records.today())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(8);
    layout->addLayout(m_lines);
    layout->addWidget(buildAdding());
    m_cards = columnsOrRows(12);
    layout->addLayout(m_cards);
    m_changes = new Card(
        before ? tr("What changed since %1").arg(words::dayAndMonth(before->asOn, services.records.today())) : tr("What changed"));
    m_changes->setObjectName(u"useChanges"_s);
    m_cards->addWidget(m_changes, 1);
}

QWidget *UseRows::buildAdding()
{
    auto *place = new QWidget;
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    m_add = labelledLine(layout, tr("+ Add a substance, by any name that people say"), "addSubstance");
    m_add->setPlaceholderText(tr("heroin, gear, vallies …"));
    m_addMessage = label({}, "problem", true);
    m_addMessage->setObjectName(u"addSubstanceMessage"_s);
    m_addMessage->hide();
    layout->addWidget(m_addMessage);
    m_found = new QStandardItemModel(this);
    m_list = new QCompleter(this);
    m_list->setModel(m_found);
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setMaxVisibleItems(kMostOffered);
    m_list->setWidget(m_add);
    m_list->popup()->setAccessibleName(tr("Substances"));
    m_list->popup()->setObjectName(u"substanceList"_s);
    connect(m_add, &QLineEdit::textEdited, this, &UseRows::look);
    connect(m_list, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { add(index.data(Qt::UserRole).toLongLong()); });
    // Once the list had its turn: what is picked there comes by itself.
    connect(m_add, &QLineEdit::returnPressed, this, [this] { QTimer::singleShot(0, this, &UseRows::addTyped); });
    return place;
}

void UseRows::look(const QString &typed)
{
    m_isTyped = !typed.trimmed().isEmpty();
    m_found->clear();
    const auto matching
        = typed.trimmed().isEmpty() ? Result<QList<Kept<Substance>>>(QList<Kept<Substance>>()) : m_services.substances.matching(typed);
    for (const Kept<Substance> &one : matching ? matching->mid(0, kMostOffered) : QList<Kept<Substance>>()) {
        const QString said = one.value.streetNames;
        auto *item = new QStandardItem(said.isEmpty() ? one.value.name : one.value.name + u" · "_s + words::shortened(said, 60));
        item->setData(one.id.value, Qt::UserRole);
        m_found->appendRow(item);
    }
    const bool isUnknown = m_found->rowCount() == 0 && !typed.trimmed().isEmpty();
    showMessage(m_addMessage,
        isUnknown ? tr("No substance is called that here. “Another substance” will do for now; a manager can add it under Settings.")
                  : QString());
    if (m_found->rowCount() > 0)
        m_list->complete();
    else
        m_list->popup()->hide();
}

void UseRows::addTyped()
{
    if (m_isTyped && m_found->rowCount() > 0)
        add(m_found->item(0)->data(Qt::UserRole).toLongLong());
}

void UseRows::add(qint64 substance)
{
    m_isTyped = false;
    m_list->popup()->hide();
    QTimer::singleShot(0, this, [this] { // once the list has said what was picked
        if (!m_isTyped) {
            m_add->clear();
            m_found->clear();
        }
    });
    for (UseRow *row : std::as_const(m_rows))
        if (row->substance() == substance) {
            showMessage(m_addMessage, tr("%1 is in this review already.").arg(row->name()));
            return row->form()->focusFirst();
        }
    showMessage(m_addMessage, {});
    UseRow *row = append(freshUse(substance));
    orderTabs();
    row->form()->focusFirst();
    showChanges();
    Q_EMIT edited();
}

UseRow *UseRows::append(const KeptRow &kept)
{
    const qint64 substance = kept.row.value(u"substance_id"_s).toLongLong();
    const SubstanceUse *then = lastSaid(m_before, substance);
    auto *row = new UseRow(m_names.value(substance, tr("A substance")), kept, then ? std::optional(*then) : std::nullopt, m_services);
    row->setObjectName(u"use-"_s + QString::number(substance));
    connect(row, &UseRow::edited, this, [this] {
        showChanges();
        Q_EMIT edited();
    });
    connect(row, &UseRow::removed, this, [this, row] { remove(row); });
    for (FieldEditor *editor : row->form()->editors())
        if (qobject_cast<QLineEdit *>(editor->input()))
            editor->input()->installEventFilter(this);
    m_lines->addWidget(row);
    row->show(); // takes the keys at once
    m_rows.append(row);
    return row;
}

void UseRows::remove(UseRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    if (index < 0)
        return;
    m_rows.removeAt(index);
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(index, m_rows.size() - 1))->form()->focusFirst();
    row->hide();
    row->deleteLater();
    showChanges();
    Q_EMIT edited();
}

/// From line to line, then what adds one more; a line that came later would stand behind all of it.
void UseRows::orderTabs()
{
    QWidget *before = nullptr;
    for (const UseRow *row : std::as_const(m_rows))
        for (QWidget *stop : row->findChildren<QWidget *>()) {
            if (!(stop->focusPolicy() & Qt::TabFocus) || stop->focusProxy() || stop->window() != window()) // a list that opens
                continue;
            if (before)
                setTabOrder(before, stop);
            before = stop;
        }
    if (before)
        setTabOrder(before, m_add);
}

void UseRows::load(const QList<KeptRow> &parts)
{
    for (UseRow *row : std::as_const(m_rows))
        delete row;
    m_rows.clear();
    for (const KeptRow &part : parts)
        append(part);
    orderTabs();
    showChanges();
}

QList<KeptRow> UseRows::parts() const
{
    QList<KeptRow> all;
    for (const UseRow *row : m_rows)
        all.append(row->part());
    return all;
}

std::set<qint64> UseRows::confirmed() const
{
    std::set<qint64> asked;
    for (const UseRow *row : m_rows)
        if (row->isConfirmed())
            asked.insert(row->substance());
    return asked;
}

Violations UseRows::showViolations(const Violations &violations)
{
    Violations others;
    QMap<qsizetype, Violations> byRow;
    for (Violation violation : violations) {
        const auto place = partOfColumn(violation.column);
        if (!place || place->first >= m_rows.size()) {
            others.append(violation);
            continue;
        }
        violation.column = place->second;
        byRow[place->first].append(violation);
    }
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) // from the last on: the first keeps the focus
        others += m_rows.at(i)->showViolations(byRow.value(i));
    return others;
}

QJsonObject UseRows::toDraft() const
{
    QJsonArray rows;
    for (const UseRow *row : m_rows)
        rows.append(row->toDraft());
    return {{u"uses"_s, rows}};
}

void UseRows::fromDraft(const QJsonObject &draft)
{
    QList<KeptRow> parts;
    QList<bool> asked;
    const QJsonArray rows = draft.value(u"uses"_s).toArray();
    for (const QJsonValue &kept : rows) {
        KeptRow part;
        part.id = kept[u"id"].toInteger();
        part.version = kept[u"version"].toInteger();
        part.row = fromJson(recordType<SubstanceUse>(), kept[u"row"].toObject());
        parts.append(part);
        asked.append(kept[u"asked"].toBool());
    }
    load(parts);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setConfirmed(asked.at(i));
}

void UseRows::setAsOn(QDate day)
{
    if (!day.isValid() || day == m_asOn)
        return;
    m_asOn = day;
    showChanges();
}

void UseRows::focusFirst()
{
    if (m_rows.isEmpty())
        return m_add->setFocus();
    m_rows.first()->form()->focusFirst();
}

void UseRows::showChanges()
{
    m_changes->clear();
    if (!m_before)
        return m_changes->body()->addWidget(label(tr("This is the first review: the next one is held against it."), "soft", true));
    UseReview now{m_asOn, {}};
    bool isAllRead = true;
    for (const UseRow *row : std::as_const(m_rows)) {
        now.uses.append(row->use());
        for (const QString &column : row->unreadable()) {
            const QString asked = words::labelOfField<SubstanceUse>(column);
            m_changes->body()->addWidget(label(breakable(tr("%1: “%2” can't be read yet").arg(row->name(), asked)), "strong", true));
            isAllRead = false;
        }
    }
    const UseComparison comparison = useChanges(*m_before, now, m_classOf);
    if (isAllRead || !comparison.changes.isEmpty())
        addUseChanges(m_changes->body(), comparison, m_names, m_services);
}

bool UseRows::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        for (FieldEditor *editor : m_rows.at(i)->form()->editors()) {
            if (editor->input() != watched)
                continue;
            FieldEditor *below = i + 1 < m_rows.size() ? m_rows.at(i + 1)->form()->editor(editor->column()) : nullptr;
            if (below && !below->isHidden())
                below->input()->setFocus(Qt::TabFocusReason);
            else
                m_add->setFocus(Qt::TabFocusReason);
            return true;
        }
    return QWidget::eventFilter(watched, event);
}

} // namespace keywork
