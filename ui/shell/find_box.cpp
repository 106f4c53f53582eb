// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/find_box.h"

#include "core/domain/room.h"
#include "core/services/records/finding.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/date_text.h"
#include "ui/text/found_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kPersonRole = Qt::UserRole + 1;
constexpr int kActionRole = Qt::UserRole + 2;
constexpr int kTableRole = Qt::UserRole + 3;
constexpr int kRecordRole = Qt::UserRole + 4;
constexpr int kNameRole = Qt::UserRole + 5;
constexpr int kIdleMs = 2000; // one row in the history for a finished search, not for each key
} // namespace

FindBox::FindBox(const Services &services, QList<FindAction> actions, QWidget *parent)
    : QLineEdit(parent)
    , m_services(services)
    , m_actions(std::move(actions))
{
    setObjectName(u"find"_s);
    setPlaceholderText(tr("Find a resident, note or action…   Ctrl+K"));
    setAccessibleName(tr("Find a resident, note or action"));
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &FindBox::search);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &FindBox::noteSearch);
}

void FindBox::noteSearch()
{
    if (text().trimmed().isEmpty() || text() == m_noted)
        return;
    m_noted = text();
    Q_UNUSED(bool(m_services.finding.finished(m_noted, m_found))); // nobody who looks for somebody waits for the file
}

FindBox::~FindBox() { delete m_results; }

void FindBox::placeResults()
{
    if (!m_results) {
        m_results = new QListWidget(window());
        m_results->setObjectName(u"findResults"_s);
        m_results->setAccessibleName(tr("Found"));
        m_results->setFocusPolicy(Qt::NoFocus);
        m_results->setFrameShape(QFrame::StyledPanel);
        connect(m_results, &QListWidget::itemClicked, this, &FindBox::choose);
    }
    const QPoint at = mapTo(window(), QPoint(0, height() + 4));
    const int rows = std::min(m_results->count(), 12);
    m_results->setGeometry(at.x(), at.y(), std::max(width(), Theme::scaled(520)), rows * Theme::scaled(32) + 8);
    m_results->setVisible(m_results->count() > 0);
    m_results->raise();
}

QList<Found> FindBox::allFound(const QString &typed) const
{
    const QString room = words::label(recordType<Room>().title) + u' ';
    const bool saysRoom = typed.startsWith(room, Qt::CaseInsensitive);
    QList<Result<QList<Found>>> answers{m_services.finding.inRoom(saysRoom ? typed.mid(room.size()) : typed)};
    const auto born = PartialDate::fromText(partialFromText(typed, m_services.records.today(), kResidentBorn));
    if (born && born->text().size() > 4) // a year alone is rather a number
        answers.append(m_services.finding.born(*born));
    answers.append(m_services.finding.find(typed));
    QList<Found> all;
    for (const auto &answer : std::as_const(answers))
        for (const Found &hit : answer ? *answer : QList<Found>())
            if (std::none_of(
                    all.cbegin(), all.cend(), [&hit](const Found &one) { return one.kind == hit.kind && one.record == hit.record; }))
                all.append(hit);
    return all;
}

void FindBox::search()
{
    m_idle.start();
    placeResults();
    m_results->clear();
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        m_results->hide();
        return;
    }
    const QList<Found> found = allFound(typed);
    m_found = found.size();
    const QHash<qint64, QStringList> details = words::detailsOf(found, m_services);
    for (const Found &hit : found) {
        auto *item = new QListWidgetItem(words::foundLine(hit, details.value(hit.person)));
        item->setData(kPersonRole, hit.person);
        item->setData(kTableRole, hit.kind);
        item->setData(kRecordRole, hit.record);
        item->setData(kNameRole, hit.isName);
        item->setSizeHint({100, Theme::scaled(32)});
        m_results->addItem(item);
    }
    for (int i = 0; i < m_actions.size(); ++i) {
        const FindAction &action = m_actions.at(i);
        if (action.isOffered && !action.isOffered())
            continue;
        if (!action.title.contains(typed, Qt::CaseInsensitive) && !action.alsoFoundBy.contains(typed, Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(u"→ "_s + m_actions.at(i).title);
        item->setData(kActionRole, i + 1);
        item->setSizeHint({100, Theme::scaled(32)});
        const bool isNamed = action.title.compare(typed, Qt::CaseInsensitive) == 0; // "residents" and Enter opens the residents
        m_results->insertItem(isNamed ? 0 : m_results->count(), item);
    }
    if (m_results->count() == 0) {
        auto *none = new QListWidgetItem(tr("Nothing found for “%1”.").arg(typed));
        none->setFlags(Qt::NoItemFlags);
        none->setSizeHint({100, Theme::scaled(32)});
        m_results->addItem(none);
    }
    m_results->setCurrentRow(0);
    placeResults();
}

void FindBox::choose(QListWidgetItem *item)
{
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const qint64 person = item->data(kPersonRole).toLongLong();
    const int action = item->data(kActionRole).toInt();
    const QString table = item->data(kTableRole).toString();
    const qint64 record = item->data(kRecordRole).toLongLong();
    const bool isName = item->data(kNameRole).toBool();
    m_results->hide();
    if (m_idle.isActive()) {
        m_idle.stop();
        noteSearch(); // opened before it was idle: searched all the same
    }
    clear();
    clearFocus();
    if (person > 0 && isName)
        Q_EMIT personChosen({person});
    else if (action > 0)
        m_actions.at(action - 1).run();
    else if (record > 0)
        Q_EMIT recordChosen(table, record, {person});
}

void FindBox::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_results && m_results->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            m_results->setCurrentRow((m_results->currentRow() + step + m_results->count()) % m_results->count());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open)
            choose(m_results->currentItem());
        return;
    case Qt::Key_Escape:
        if (open)
            m_results->hide();
        clear();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FindBox::focusOutEvent(QFocusEvent *event)
{
    if (m_results)
        m_results->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace keywork
