// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/today_page.h"

#include "core/services/house/attention.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/keeping/restrictions.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/pages/today/appointments_today.h"
#include "ui/pages/today/collections_today.h"
#include "ui/pages/today/first_steps_card.h"
#include "ui/pages/today/unsaved.h"
#include "ui/pages/today/watch_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kShownUnsaved = 5;
constexpr int kLooksAtTime = 5'000; // milliseconds; also right after the PC slept

/// Scrolls until it stands at the top, where there is enough below it.
void bringToTop(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->verticalScrollBar()->setValue(widget->mapTo(scroll->widget(), QPoint()).y());
}
} // namespace

TodayPage::TodayPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
    , m_hostel(hostel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    auto *titleLine = wrappingLine(14);
    titleLine->addWidget(label(tr("Today"), "title"));
    m_soft = label({}, "soft");
    titleLine->addWidget(m_soft);
    pushRight(titleLine);
    titleLine->addWidget(tonightButton(m_services, navigator));
    m_newResident = button(tr("New resident"), "primary");
    m_newResident->setToolTip(tr("Ctrl+N"));
    m_newResident->setEnabled(m_services.records.mayChange(recordType<Person>()));
    connect(m_newResident, &QPushButton::clicked, this, [this] { m_navigator.newResident(); });
    titleLine->addWidget(m_newResident);
    layout->addLayout(titleLine);
    auto *waysDown = wrappingLine(14);
    layout->addLayout(waysDown);

    auto *columns = columnsOrRows(14);
    m_attention = new Card(tr("Needs attention"));
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(6);
    m_lines = new WatchLines(m_services, navigator);
    m_attention->body()->addLayout(m_notes);
    m_attention->body()->addWidget(m_lines);
    m_attention->body()->addStretch();
    // Below what is pressing: a house that works already has both for a while.
    m_firstSteps = new FirstStepsCard(m_services, navigator);
    auto *left = new QWidget;
    auto *below = new QVBoxLayout(left);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(14);
    below->addWidget(m_attention, 1);
    below->addWidget(m_firstSteps);
    columns->addWidget(left, 3); // the whole page scrolls, and nothing in it
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    m_stages = new Card(tr("Where residents are"), tr("spectrum of need"));
    m_expected = new Card(tr("Expected"));
    m_appointments = new AppointmentsToday(m_services, m_navigator);
    right->addWidget(m_appointments);
    m_collections = new CollectionsToday(m_services, m_navigator);
    right->addWidget(m_collections);
    right->addWidget(m_stages);
    right->addWidget(m_expected);
    right->addStretch();
    columns->addLayout(right, 2);
    layout->addLayout(columns);
    if (Theme::isLarge())
        addWaysDown(waysDown);
    m_time = new QTimer(this);
    m_time->setInterval(kLooksAtTime);
    connect(m_time, &QTimer::timeout, this, &TodayPage::lookAtTime);
    m_time->start();
    reload();
}

void TodayPage::addNotice(const QString &title, const QString &sentence, const Visit &where, const QString &open)
{
    ++m_notices;
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    addWatchKind(line, sentences, title, "attention");
    sentences->addWidget(label(sentence, "", true));
    line->addLayout(sentences, 1);
    if (!where.place.isEmpty()) {
        auto *go = button(open);
        go->setAccessibleName(open + u": "_s + title);
        connect(go, &QPushButton::clicked, this, [this, where] { m_navigator.visit(where); });
        line->addWidget(go, 0, Qt::AlignTop | Qt::AlignLeft);
    }
    m_notes->addLayout(line);
    m_notes->addWidget(rule());
}

void TodayPage::addNotices()
{
    m_notices = 0;
    addWarnings();
    if (const QString head = words::headCopies(m_hostel.headCopies()); !head.isEmpty())
        addNotice(tr("This file"), head, {}, {});
    addClock();
    const bool manages = m_services.records.session().manages();
    if (m_services.backups.isOverdue())
        addNotice(tr("Backup"),
            m_services.backups.isFromTheFuture() ? tr("The last backup bears a time that is still to come. Another one is made soon.")
                : m_services.backups.lastGood().isValid()
                ? tr("No good backup since %1.").arg(words::date(m_services.records.clock().local(m_services.backups.lastGood()).date()))
                : tr("There is no backup yet. One is made when the window is closed."),
            manages ? Visit{.place = u"backups"_s} : Visit(), tr("Backups"));
    if (m_services.retention.mayApprove())
        if (const auto waiting = m_services.retention.waiting(); waiting && !waiting->isEmpty())
            addNotice(tr("Erasure"), tr("Records to be erased that wait for a second person: %1.").arg(waiting->size()),
                {.place = u"retention"_s}, tr("Look"));
    addOpenings();
    for (const Unsaved &unsaved : unsavedWork(m_services).mid(0, kShownUnsaved))
        addNotice(tr("Not saved"), tr("%1: you typed this and did not save it yet.").arg(unsaved.what), unsaved.where, tr("Open"));
}

void TodayPage::addWarnings()
{
    const QList<FileWarning> &warnings = m_hostel.warnings();
    for (const bool damageFirst : {true, false})
        for (const FileWarning &warning : warnings)
            if ((warning.kind == FileWarning::Kind::Damaged) == damageFirst)
                addWarning(warning);
    const bool isInDoubt = std::any_of(warnings.cbegin(), warnings.cend(), [](const FileWarning &warning) {
        return warning.kind != FileWarning::Kind::Damaged && warning.kind != FileWarning::Kind::HistoryChanged;
    });
    if (!isInDoubt || !m_services.records.session().manages())
        return;
    auto *known = button(tr("I know why: &go on with this file"));
    known->setObjectName(u"acceptFile"_s);
    known->setToolTip(tr("Until then everybody is told at each sign-in"));
    connect(known, &QPushButton::clicked, this, [this] {
        const Done accepted = m_hostel.acceptFile();
        m_navigator.answer(accepted, tr("Saved"));
        QTimer::singleShot(0, this, &TodayPage::reload); // it takes this button down
    });
    m_notes->addWidget(known, 0, Qt::AlignRight);
}

/// The line itself is a rule's, which stands below; here is the way out of it.
void TodayPage::addClock()
{
    if (!m_services.records.clock().isBehind() || !m_services.records.session().manages())
        return;
    auto *right = button(tr("The clock is right &now"));
    right->setObjectName(u"acceptClock"_s);
    right->setToolTip(tr("When the clock was ahead before. What was written down then counts no more for what has ended."));
    connect(right, &QPushButton::clicked, this, [this] {
        const Done accepted = m_hostel.acceptClock();
        m_navigator.answer(accepted, tr("Saved"));
        QTimer::singleShot(0, this, &TodayPage::reload); // it takes this button down
    });
    m_notes->addWidget(right, 0, Qt::AlignRight);
}

void TodayPage::addWarning(const FileWarning &warning)
{
    const bool isDamage = warning.kind == FileWarning::Kind::Damaged;
    const bool mayOpen = isDamage ? m_services.records.session().manages() : m_services.audit.mayRead();
    const Visit where{.place = isDamage ? u"backups"_s : u"audit"_s};
    addNotice(tr("This file"), words::fileWarning(warning), mayOpen ? where : Visit(), isDamage ? tr("Backups") : tr("Audit"));
}

void TodayPage::addOpenings()
{
    const auto openings = m_services.restrictions.toReview();
    const auto team = m_services.audit.staff();
    for (const Kept<RestrictedOpening> &opening : openings ? *openings : QList<Kept<RestrictedOpening>>()) {
        QString who;
        for (const auto &[id, name] : team ? *team : QList<QPair<Id<Staff>, QString>>())
            if (id == opening.value.openedBy)
                who = name;
        const auto person = m_services.records.one(opening.value.personId);
        const QString whose = person ? person->value.displayName() + u" · "_s + person->value.number : QString();
        addNotice(tr("Restricted"), tr("%1 opened the restricted record of %2: “%3”").arg(who, whose, opening.value.reason),
            residentVisit(opening.value.personId.value, u"history"_s), tr("Open"));
        auto *looked = button(tr("I have looked at it"));
        looked->setObjectName(u"reviewOpening"_s);
        connect(looked, &QPushButton::clicked, this, [this, id = opening.id] {
            const Done reviewed = m_services.restrictions.review(id, {});
            m_navigator.answer(reviewed, tr("Saved"));
        });
        m_notes->addWidget(looked, 0, Qt::AlignRight);
    }
}

void TodayPage::addWaysDown(QLayout *line)
{
    for (const auto &[card, title, name] : {std::tuple<Card *, QString, QString>{m_firstSteps, tr("First steps"), u"toFirstSteps"_s},
             {m_appointments, tr("Appointments today"), u"toAppointments"_s}, {m_collections, tr("Collections today"), u"toCollections"_s},
             {m_stages, tr("Where residents are"), u"toStages"_s}, {m_expected, tr("Expected"), u"toExpected"_s}}) {
        auto *go = button(title + u" ↓"_s, "link");
        go->setObjectName(name);
        go->setAccessibleName(tr("Down to: %1").arg(title));
        connect(go, &QPushButton::clicked, this, [card = card] {
            if (QWidget *first = firstOf(card))
                giveKeys(first);
            bringToTop(card);
        });
        line->addWidget(go);
        m_waysDown.append({go, card});
    }
    // They are reached before the lines are: what was made last is last for Tab.
    for (auto way = m_waysDown.crbegin(); way != m_waysDown.crend(); ++way)
        setTabOrder(m_newResident, way->first);
}

void TodayPage::reload()
{
    readAnew();
    for (const auto &[go, card] : std::as_const(m_waysDown))
        go->setVisible(!card->isHidden());
}

void TodayPage::lookAtTime()
{
    if (!m_changesAt.isValid() || m_services.records.clock().now() < m_changesAt)
        return;
    m_changesAt = {};
    m_services.records.notifier().announce({Change()}); // as after midnight: the window reads it anew where it was scrolled
}

void TodayPage::readAnew()
{
    const bool hadFocus = m_lines->firstAction() && m_lines->firstAction()->hasFocus();
    emptyLayout(m_notes);
    m_stages->clear();
    m_expected->clear();
    m_appointments->reload();
    m_collections->reload();
    m_firstSteps->reload();
    addNotices(); // that the file is damaged is told also when the rest can't be read
    const auto day = m_services.attention.watched(m_services.records.today());
    if (!day) {
        m_lines->setDay({});
        m_notes->addWidget(label(words::error(day.error()), "soft", true));
        return;
    }
    m_changesAt = day->changesAt;
    const qsizetype lines = day->items.size() + m_notices;
    m_attention->setSoft(tr("%1, most pressing first").arg(lines));
    if (lines == 0)
        m_notes->addWidget(label(tr("Nothing is due. New residents start with “New resident”."), "soft", true));
    m_lines->setDay(*day);
    if (QPushButton *first = m_lines->firstAction(); first && (hadFocus || !isVisible()))
        giveKeys(first); // the keyboard starts where the work is

    if (const auto sizes = m_services.people.groupSizes()) {
        const auto free = m_services.people.freeRooms();
        m_soft->setText(tr("%1 residents · %2 rooms free").arg((*sizes)[0]).arg(free ? free->size() : 0));
    }
    m_stages->setVisible(m_services.records.session().may(Act::Read, Category::SubstanceUse));
    if (const auto counts = m_services.attention.stageCounts()) {
        auto *bar = new StageBar;
        bar->setCounts(*counts);
        m_stages->body()->addWidget(bar);
        QStringList parts;
        for (const Stage stage : allOf<Stage>())
            parts.append(u"%1 (%2)"_s.arg(words::shortLabelFor(stage)).arg((*counts)[size_t(stage)]));
        m_stages->body()->addWidget(label(parts.join(u" · "_s), "", true));
    }
    auto expected = m_services.people.residents(ResidentGroup::Expected);
    m_expected->setVisible(expected && !expected->isEmpty());
    if (!expected)
        return;
    // Who comes first stands first; without a day they stand last.
    std::stable_sort(expected->begin(), expected->end(), [](const ResidentLine &one, const ResidentLine &other) {
        const auto dayOf = [](const ResidentLine &line) { return line.stay->value.expectedOn.value_or(QDate(9999, 1, 1)); };
        return dayOf(one) < dayOf(other);
    });
    for (const ResidentLine &line : *expected) {
        const std::optional<QDate> &comes = line.stay->value.expectedOn;
        auto *open = new TextButton(
            line.person.value.displayName() + (comes ? u" · "_s + words::weekday(*comes, m_services.records.today()) : QString()));
        connect(open, &QPushButton::clicked, this, [this, id = line.person.id] { m_navigator.openResident(id); });
        m_expected->body()->addWidget(open);
    }
}

} // namespace keywork
