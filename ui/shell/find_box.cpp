// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/find_box.h"

#include "core/domain/room.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
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
constexpr int kBegunLetters = 3; // an action is meant from here on
constexpr int kIdleMs = 2000; // one row in the history for a finished search, not for each key
} // namespace

FindBox::FindBox(const Services &services, QList<FindAction> actions, std::function<QList<FindAction>()> ofResident,
    std::function<QList<FoundPage>(const QString &)> pages, QWidget *parent)
    : QLineEdit(parent)
    , m_services(services)
    , m_actions(std::move(actions))
    , m_ofResident(std::move(ofResident))
    , m_pages(std::move(pages))
{
    setObjectName(u"find"_s);
    askForNobody();
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

void FindBox::askForWhom(const FindAction &action)
{
    m_forWhom = action;
    setPlaceholderText(tr("%1 Whose? A name, a number or a room").arg(action.title));
    setAccessibleName(tr("%1 For whom?").arg(action.title));
    search();
}

void FindBox::askForNobody()
{
    m_forWhom.reset();
    setPlaceholderText(tr("Find a resident, note or action…   Ctrl+K"));
    setAccessibleName(tr("Find a resident, note or action"));
}

QList<Found> FindBox::whoLivesHere() const
{
    QList<Found> here;
    const auto lines = m_services.people.residents(ResidentGroup::HereNow);
    for (const ResidentLine &line : lines ? *lines : QList<ResidentLine>()) {
        const Id<Person> person = line.person.id;
        here.append(
            {QString::fromLatin1(recordType<Person>().table), person.value, person.value, line.person.value.displayName(), {}, true});
    }
    return here;
}

void FindBox::addLine(const QString &text, const QHash<int, QVariant> &roles, std::optional<int> at)
{
    auto *item = new QListWidgetItem(text);
    for (auto it = roles.cbegin(); it != roles.cend(); ++it)
        item->setData(it.key(), it.value());
    item->setSizeHint({100, Theme::scaled(32)});
    if (roles.isEmpty())
        item->setFlags(Qt::NoItemFlags);
    m_results->insertItem(at.value_or(m_results->count()), item);
}

void FindBox::addFound(const QList<Found> &found)
{
    const QHash<qint64, QStringList> details = words::detailsOf(found, m_services);
    for (const Found &hit : found)
        addLine(words::foundLine(hit, details.value(hit.person)),
            {{kPersonRole, hit.person}, {kTableRole, hit.kind}, {kRecordRole, hit.record}, {kNameRole, hit.isName}});
}

void FindBox::addActions(const QString &typed)
{
    m_shown = m_ofResident ? m_actions + m_ofResident() : m_actions;
    int begun = behindNames(); // what has a word that begins so stands before what notes say: "hand in" opens nobody's note
    int first = begun; // whose own words begin so: "treatment" is the tab before "Say who may be told about treatment"
    for (int i = 0; i < m_shown.size(); ++i) {
        const FindAction &action = m_shown.at(i);
        const bool isNamed = action.title.compare(typed, Qt::CaseInsensitive) == 0; // "residents" and Enter opens the residents
        const QString what = u' ' + action.title.section(u": "_s, 0, 0); // without whose it is
        const bool isLong = typed.size() >= kBegunLetters;
        const bool isFirst = isLong && action.title.startsWith(typed, Qt::CaseInsensitive);
        const bool isBegun = isNamed || isFirst || (isLong && what.contains(u' ' + typed, Qt::CaseInsensitive));
        if (!action.title.contains(typed, Qt::CaseInsensitive) && !action.alsoFoundBy.contains(typed, Qt::CaseInsensitive))
            continue;
        const std::optional<int> at = isNamed ? std::optional(0)
            : isFirst                         ? std::optional(first)
            : isBegun                         ? std::optional(begun)
                                              : std::nullopt;
        addLine(u"→ "_s + action.title, {{kActionRole, i + 1}}, at);
        first += isFirst ? 1 : 0;
        begun += isBegun ? 1 : 0;
    }
}

int FindBox::behindNames() const
{
    int at = 0;
    while (at < m_results->count() && m_results->item(at)->data(kNameRole).toBool())
        ++at;
    return at;
}

void FindBox::addPages(const QString &typed)
{
    if (typed.size() < kBegunLetters)
        return; // a letter or two are somebody's number, or a room
    int near = 0;
    while (near < m_results->count()
        && (m_results->item(near)->data(kNameRole).toBool() || m_results->item(near)->data(kActionRole).toInt() > 0))
        ++near;
    for (const FoundPage &page : m_pages ? m_pages(typed) : QList<FoundPage>()) {
        m_shown.append(page.opens);
        addLine(u"→ "_s + page.opens.title, {{kActionRole, int(m_shown.size())}}, page.isNear ? std::optional(near++) : std::nullopt);
    }
}

void FindBox::search()
{
    m_idle.start();
    placeResults();
    m_results->clear();
    const QString typed = text().trimmed();
    if (typed.isEmpty() && !m_forWhom) {
        m_results->hide();
        return;
    }
    QList<Found> found = typed.isEmpty() ? whoLivesHere() : allFound(typed);
    if (m_forWhom)
        found.removeIf([](const Found &hit) { return hit.person == 0 || !hit.isName; });
    m_found = found.size();
    addFound(found);
    if (!m_forWhom) {
        addActions(typed);
        addPages(typed);
    }
    if (m_results->count() == 0)
        addLine(m_forWhom ? tr("Nobody found for “%1”.").arg(typed) : tr("Nothing found for “%1”.").arg(typed));
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
    if (action > 0 && m_shown.at(action - 1).runFor)
        return askForWhom(m_shown.at(action - 1));
    const auto forWhom = m_forWhom;
    askForNobody();
    clearFocus();
    if (forWhom)
        forWhom->runFor({person});
    else if (person > 0 && isName)
        Q_EMIT personChosen({person});
    else if (action > 0)
        m_shown.at(action - 1).run();
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
        askForNobody();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FindBox::focusOutEvent(QFocusEvent *event)
{
    if (m_results)
        m_results->hide();
    askForNobody();
    QLineEdit::focusOutEvent(event);
}

} // namespace keywork
