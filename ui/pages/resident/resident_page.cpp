// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/resident_page.h"

#include "core/domain/restriction.h"
#include "core/services/care/keywork.h"
#include "core/services/care/last_seen.h"
#include "core/services/care/move_on.h"
#include "core/services/records/people.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/resident/add_menu.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/pages/resident/tab_line.h"
#include "ui/pages/resident/tabs.h"
#include "ui/text/words.h"
#include "ui/text/words_last_seen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

ResidentPage::ResidentPage(Id<Person> person, const Services &services, const Navigator &navigator, const QString &tab, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new QFrame;
    header->setProperty("look", u"header"_s);
    layout->addWidget(header);
    auto *headerLayout = new QVBoxLayout(header);
    headerLayout->setContentsMargins(20, 12, 20, 0);
    headerLayout->setSpacing(4);
    buildHeader();
    m_tabLine = new TabLine;
    headerLayout->addWidget(m_tabLine);
    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(20, 16, 20, 16);
    m_tabs = new PageStack;
    bodyLayout->addLayout(m_tabs);
    layout->addWidget(body, 1);

    for (const ResidentTab &info : residentTabs())
        if (info.mayOpen(services))
            addTab(info);
    for (const auto &[keys, by] : {std::pair{u"Ctrl+Tab"_s, 1}, {u"Ctrl+Shift+Tab"_s, -1}})
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, [this, by = by] { stepTab(by); });
    connect(new QShortcut(QKeySequence(u"Ctrl+J"_s), this), &QShortcut::activated, m_tabLine, &TabLine::openAll);
    for (QLabel *one : {m_name, m_keyworker, m_nextKeywork, m_lastSeen})
        one->setWordWrap(Theme::isLarge() || one->wordWrap()); // a long name makes the page no wider
    reloadHeader();
    showTab(tab);
    if (!currentTab())
        showTab(QString::fromLatin1(m_known.first().info->id));
    // Written after the first paint, so that opening a record does not wait for it.
    QTimer::singleShot(
        0, this, [this] { Q_UNUSED(bool(m_services.records.note(HistoryAction::Viewed, u"person"_s, m_person.value, m_person.value))); });
}

void ResidentPage::buildHeader()
{
    auto *headerLayout = static_cast<QVBoxLayout *>(findChild<QFrame *>()->layout());
    auto *line = columnsOrRows(14);
    m_avatar = new Avatar(Theme::scaled(54));
    line->addWidget(m_avatar);
    m_avatar->setVisible(!Theme::isLarge()); // the name needs the room
    auto *who = new QVBoxLayout;
    who->setSpacing(4);
    auto *nameLine = wrappingLine(10);
    m_name = label({}, "title", true);
    m_name->setObjectName(u"residentName"_s);
    m_facts = label({}, "soft", true);
    nameLine->addWidget(m_name);
    nameLine->addWidget(m_facts);
    pushRight(nameLine);
    who->addLayout(nameLine);
    m_chips = wrappingLine(4);
    who->addLayout(m_chips);
    line->addLayout(who, 1);
    m_keyworker = label({}, "soft");
    m_nextKeywork = label({}, "soft");
    m_nextKeywork->setObjectName(u"headerNextKeywork"_s);
    m_lastSeen = label({}, "soft");
    m_lastSeen->setObjectName(u"headerLastSeen"_s);
    auto *actions = wrappingLine(14);
    if (Theme::isLarge()) { // beside each other as far as there is room, so that the tabs are in view
        actions->addWidget(m_keyworker);
        actions->addWidget(m_nextKeywork);
        actions->addWidget(m_lastSeen);
    } else {
        auto *withWhom = new QWidget; // one below the other: the line has no room for both
        auto *lines = new QVBoxLayout(withWhom);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(2);
        lines->addWidget(m_keyworker);
        lines->addWidget(m_nextKeywork);
        lines->addWidget(m_lastSeen);
        actions->addWidget(withWhom);
    }
    actions->addWidget(buildAdd());
    auto *emergency = button(tr("&Emergency sheet"));
    emergency->setEnabled(m_services.records.session().may(Act::Read, Category::Health));
    connect(emergency, &QPushButton::clicked, this, &ResidentPage::printEmergencySheet);
    actions->addWidget(emergency);
    auto *print = button(tr("&Print") + u"    "_s); // room for the arrow
    auto *menu = new QMenu(print);
    const bool mayPrintPlan = m_services.records.session().may(Act::Read, Category::CarePlan);
    menu->addAction(tr("Care plan"), this, [this] { printPlan(print::CopyKind::Full); });
    menu->addAction(tr("Care plan, discreet copy"), this, [this] { printPlan(print::CopyKind::Discreet); });
    menu->addAction(tr("Care plan, large print"), this, [this] { printPlan(print::CopyKind::LargePrint); });
    for (QAction *action : menu->actions())
        action->setEnabled(mayPrintPlan);
    const bool mayShare = m_services.records.session().may(Act::Share, Category::Identity);
    for (const auto &[text, copy] : {std::pair{tr("Summary on one page"), print::SummaryCopy::Full},
             std::pair{tr("Summary, discreet copy"), print::SummaryCopy::Discreet}}) {
        QAction *summary = menu->addAction(text, this, [this, copy = copy] { previewSummary(m_person, copy, m_services, m_navigator); });
        summary->setObjectName(copy == print::SummaryCopy::Full ? u"printSummary"_s : u"printDiscreetSummary"_s);
        summary->setEnabled(mayShare);
    }
    menu->addAction(tr("Emergency sheet"), this, &ResidentPage::printEmergencySheet)->setEnabled(emergency->isEnabled());
    print->setMenu(menu);
    actions->addWidget(print);
    line->addLayout(actions);
    headerLayout->addLayout(line);
}

QPushButton *ResidentPage::buildAdd()
{
    auto *add = button(tr("+ Add") + u"    "_s); // room for the arrow
    add->setObjectName(u"addToRecord"_s);
    add->setAccessibleName(tr("Add to this record"));
    add->setToolTip(u"Ctrl+M"_s);
    m_addMenu = new AddMenu(
        additionsFor(m_person, m_services), [this](const Visit &where) { m_navigator.visit(where); }, add);
    add->setEnabled(!m_addMenu->isEmpty());
    add->setMenu(m_addMenu);
    auto *key = new QShortcut(QKeySequence(u"Ctrl+M"_s), this);
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, [this, add] {
        if (!add->isEnabled())
            return;
        m_addMenu->popup(add->mapToGlobal(QPoint(0, add->height())));
        m_addMenu->setActiveAction(m_addMenu->actions().first());
    });
    return add;
}

void ResidentPage::addTab(const ResidentTab &info)
{
    const QString title = QCoreApplication::translate("resident", info.title);
    auto *tab = button(title, "tab");
    tab->setProperty("tight", Theme::isLarge()); // what they lead to is seen, too
    tab->setCheckable(true);
    tab->setAutoExclusive(true);
    tab->setAccessibleName(QString(title).remove(u'&'));
    connect(tab, &QPushButton::clicked, this, [this, id = QString::fromLatin1(info.id)] { showTab(id); });
    m_tabLine->add(tab);
    m_known.append({&info, tab});
}

void ResidentPage::bringUp(Tab &tab)
{
    if (!tab.page) {
        tab.page = tab.info->make({m_person, m_services, m_navigator, [this](const QString &id) { showTab(id); }});
        m_tabs->addWidget(tab.page);
    } else if (tab.isStale) {
        tab.page->reload();
    }
    tab.isStale = false;
}

void ResidentPage::showTab(const QString &id)
{
    for (Tab &tab : m_known) {
        if (id != QLatin1String(tab.info->id))
            continue;
        bringUp(tab);
        tab.button->setChecked(true);
        tab.button->setFocus(); // Tab goes on into the page
        m_tabs->setCurrentWidget(tab.page);
    }
}

void ResidentPage::stepTab(int by)
{
    const auto current
        = std::find_if(m_known.cbegin(), m_known.cend(), [this](const Tab &tab) { return tab.page && tab.page == currentTab(); });
    const auto count = m_known.size();
    showTab(QString::fromLatin1(m_known.at((current - m_known.cbegin() + by + count) % count).info->id));
}

QString ResidentPage::tabName() const
{
    for (const Tab &tab : m_known)
        if (tab.page && tab.page == currentTab())
            return QString::fromLatin1(tab.info->id);
    return {};
}

QVariantMap ResidentPage::leftAs() const { return currentTab() ? currentTab()->leftAs() : QVariantMap(); }

void ResidentPage::bringBack(const QVariantMap &left)
{
    if (Page *tab = currentTab())
        tab->bringBack(left);
}

Page *ResidentPage::currentTab() const { return static_cast<Page *>(m_tabs->currentWidget()); }

bool ResidentPage::isRestricted() const
{
    const auto restrictions = m_services.records.of<Restriction>("person_id", m_person);
    const QDate today = m_services.records.today();
    const QDate latest = m_services.records.latestDay();
    return restrictions && std::any_of(restrictions->cbegin(), restrictions->cend(), [today, latest](const Kept<Restriction> &restriction) {
        return restriction.value.holdsWithin(today, latest);
    });
}

void ResidentPage::reload()
{
    reloadHeader();
    for (Tab &tab : m_known)
        tab.isStale = tab.page != nullptr;
    for (Tab &tab : m_known)
        if (tab.page && tab.page == currentTab())
            bringUp(tab);
}

QString ResidentPage::facts(const ResidentLine &line) const
{
    const Person &person = line.person.value;
    const QDate today = m_services.records.today();
    QStringList facts;
    if (!person.pronouns.isEmpty())
        facts.append(words::choice(m_services.records.choices(), u"pronouns"_s, person.pronouns.code));
    if (person.bornOn)
        if (const auto age = ageOn(*person.bornOn, today))
            facts.append(QString::number(*age));
    if (!line.room.isEmpty())
        facts.append(tr("Room %1").arg(line.room));
    if (line.stay && line.stay->value.isHereOn(today))
        facts.append(*line.stay->value.arrivedOn == today ? tr("arrived today")
                                                          : tr("here %1").arg(words::duration(*line.stay->value.arrivedOn, today)));
    else if (line.stay && line.stay->value.leftOn)
        facts.append(tr("left %1").arg(words::date(*line.stay->value.leftOn)));
    else if (line.stay && line.stay->value.isExpected())
        facts.append(line.stay->value.expectedOn ? tr("expected %1").arg(words::date(*line.stay->value.expectedOn)) : tr("expected"));
    if (line.stay && m_services.moveOn.isReturn(*line.stay))
        facts.append(tr("back within a year"));
    facts.append(person.number);
    return facts.join(u" · "_s);
}

void ResidentPage::reloadHeader()
{
    const auto line = m_services.people.line(m_person);
    if (!line)
        return;
    m_avatar->setName(line->person.value.displayName());
    const auto photo = m_services.photos.of(m_person);
    m_avatar->setPicture(photo ? *photo : QByteArray());
    m_name->setText(breakable(line->person.value.displayName()));
    m_facts->setText(facts(*line));
    m_keyworker->setText(line->keyworker.isEmpty() ? tr("No keyworker yet") : tr("Keyworker %1").arg(line->keyworker));
    const auto next = m_services.keyworkSessions.nextPlanned(m_person);
    const bool isPlanned = next && next->has_value();
    m_nextKeywork->setVisible(isPlanned);
    if (isPlanned) {
        const QDateTime at = m_services.records.clock().local((*next)->value.startsAt);
        m_nextKeywork->setText(tr("Next keywork %1 %2").arg(words::weekday(at.date(), m_services.records.today()), words::time(at)));
    }
    const auto seen = line->stay && line->stay->value.isHereOn(m_services.records.today()) ? m_services.lastSeen.of({m_person.value})
                                                                                           : Result<QHash<qint64, SeenTold>>(Error{});
    const bool isSeen = seen && seen->contains(m_person.value);
    m_lastSeen->setVisible(isSeen);
    if (isSeen)
        m_lastSeen->setText(tr("Last seen %1").arg(words::lastSeenShort(seen->value(m_person.value), m_services.records.clock())));
    emptyLayout(m_chips);
    if (isRestricted())
        m_chips->addWidget(chip(tr("Restricted"), "attention"));
    // The text of an alert opens with the record; the header at reception names only its kind.
    for (const Alert &alert : line->alerts) {
        auto *shown = chip(words::choice(m_services.records.choices(), u"alert_kind"_s, alert.kind.code),
            alert.priority.code == u"know" ? "neutral" : "attention");
        setPlainToolTip(shown, tr("Alert:"), alert.text);
        m_chips->addWidget(shown);
    }
    pushRight(m_chips);
}

void ResidentPage::printPlan(print::CopyKind kind)
{
    showTab(u"plan"_s);
    previewPlan(m_person, kind, m_services, m_navigator);
}

void ResidentPage::printEmergencySheet() { previewEmergencySheet(m_person, m_services, m_navigator); }

} // namespace keywork
