// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "core/domain/kinds.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/house/wording_part.h"
#include "ui/pages/partners/agency_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/restricted_page.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/pages/residents/referrals_in_page.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/pages/settings/backups_page.h"
#include "ui/pages/settings/keys_part.h"
#include "ui/pages/settings/restricted_records_page.h"
#include "ui/pages/settings/retention_page.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/pages/sharing/ledger_page.h"
#include "ui/pages/team/access_part.h"
#include "ui/pages/today/today_page.h"
#include "ui/print/directory_document.h"
#include "ui/shell/find_box.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kSaidJustNowMs = 1500;

} // namespace

Workspace::Workspace(OpenHostel &hostel, const FileActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_hostel(hostel)
    , m_services(hostel.services())
{
    m_navigator = {[this](Id<Person> person) { openResident(person); }, [this] { openNewResident(); }, [this] { back(); },
        [this](const Printout &printout) {
            m_past.append(here());
            m_here = {u"preview"_s, 0};
            setPage(new PreviewPage(printout, m_services, m_navigator));
        },
        [this](const QString &sentence, bool isGood) { sayInHeader(sentence, isGood); }, [this](const QString &name) { openPlace(name); },
        actions.rewrite, actions.rescue};
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildNavigation());
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(buildHeader());
    auto *place = new QWidget;
    place->setObjectName(u"ground"_s);
    place->setAttribute(Qt::WA_StyledBackground);
    m_pages = new QStackedLayout(place);
    right->addWidget(place, 1);
    layout->addLayout(right, 1);
    addShortcuts();
    // A burst of commits reloads the page once, after the event that caused it.
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(0);
    connect(&m_reloadTimer, &QTimer::timeout, this, &Workspace::onChanged);
    connect(&hostel.notifier(), &ChangeNotifier::changed, this, [this](const QList<Change> &changes) {
        m_changes += changes;
        m_reloadTimer.start();
    });
    connect(&m_clockTimer, &QTimer::timeout, this, &Workspace::showClock);
    m_clockTimer.start(20'000);
    showClock();
    openPlace(hostel.session().role() == Role::Auditor ? u"audit"_s : u"today"_s);
}

Workspace::~Workspace() = default;

void Workspace::undo()
{
    // The text first: fields see the key before this does, and an edited page keeps its words.
    if (const Done undone = m_services.earlierVersions.undo(tr("undone")); !undone) {
        const bool nothing = undone.error().kind == ErrorKind::NotAllowedNow;
        m_navigator.refuse(nothing ? tr("Nothing to undo here.") : words::error(undone.error()));
        return;
    }
    m_navigator.say(tr("Undone. Ctrl+Z once more brings it back."));
}

void Workspace::sayInHeader(const QString &sentence, bool isGood)
{
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    m_saved->setText(sentence == tr("Saved") ? tr("Saved %1").arg(words::time(now)) : sentence);
    setLook(m_saved, isGood ? "chip-done" : "chip-attention");
    m_saved->show();
    m_said.start();
}

QWidget *Workspace::buildNavigation()
{
    auto *navigation = new QFrame;
    navigation->setObjectName(u"navigation"_s);
    navigation->setFixedWidth(Theme::isLarge() ? Theme::scaled(130) : Theme::scaled(196));
    auto *layout = new QVBoxLayout(navigation);
    layout->setContentsMargins(10, 18, 10, 12);
    layout->setSpacing(4);
    auto *title = label(u"Keywork"_s, "navTitle");
    title->setContentsMargins(10, 0, 0, 0);
    auto *house = label(m_hostel.hostelName(), "", true);
    house->setContentsMargins(10, 0, 0, 12);
    layout->addWidget(title);
    layout->addWidget(house);
    const std::pair<QString, QString> places[]
        = {{u"today"_s, tr("Today")}, {u"residents"_s, tr("Residents")}, {u"rooms"_s, tr("Rooms")}, {u"partners"_s, tr("Partners")},
            {u"team"_s, tr("Team")}, {u"ledger"_s, tr("What left")}, {u"audit"_s, tr("Audit")}, {u"house"_s, tr("Settings")}};
    int number = 1;
    for (const auto &[name, text] : places) {
        const Session &session = m_services.records.session();
        const bool forManagers = name == u"house" || name == u"ledger";
        if (forManagers && !session.manages())
            continue;
        if (name == u"audit" ? !m_services.audit.mayRead() : session.role() == Role::Auditor)
            continue; // an auditor reads the audit, nothing else
        auto *place = new QPushButton(text);
        place->setObjectName(u"nav-"_s + name);
        place->setCheckable(true);
        place->setAutoExclusive(true);
        place->setToolTip(tr("Ctrl+%1").arg(number));
        m_placeKeys.append({tr("Ctrl+%1").arg(number), text});
        place->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number++)));
        connect(place, &QPushButton::clicked, this, [this, at = name] { openPlace(at); });
        layout->addWidget(place);
        m_places.insert(name, place);
    }
    layout->addStretch();
    auto *who = label(m_hostel.session().name(), "navName", true);
    who->setContentsMargins(10, 0, 0, 0);
    auto *role = label(words::labelFor(m_hostel.session().role()));
    role->setContentsMargins(10, 0, 0, 0);
    auto *lock = new QPushButton(Theme::isLarge() ? tr("Lock") : tr("Lock   Ctrl+L"));
    lock->setObjectName(u"lock"_s);
    connect(lock, &QPushButton::clicked, this, &Workspace::lockRequested);
    auto *password = new QPushButton(tr("My password"));
    password->setObjectName(u"myPassword"_s);
    connect(password, &QPushButton::clicked, this, &Workspace::passwordRequested);
    layout->addWidget(who);
    layout->addWidget(role);
    layout->addWidget(password);
    layout->addWidget(lock);
    return navigation;
}

QWidget *Workspace::buildHeader()
{
    auto *header = new QFrame;
    header->setProperty("look", u"header"_s);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(20, 9, 20, 9);
    layout->setSpacing(12);
    QList<FindAction> actions{{tr("New resident"), [this] { openNewResident(); }},
        {tr("Referrals in"), [this] { openPlace(u"referrals-in"_s); }}, {tr("Today"), [this] { openPlace(u"today"_s); }},
        {tr("Residents"), [this] { openPlace(u"residents"_s); }}, {tr("Rooms"), [this] { openPlace(u"rooms"_s); }},
        {tr("Partner agencies"), [this] { openPlace(u"partners"_s); }}, {tr("Team"), [this] { openPlace(u"team"_s); }},
        {tr("Print care plan"),
            [this] {
                if (auto *page = qobject_cast<ResidentPage *>(currentPage()))
                    page->printPlan(print::CopyKind::Full);
            }},
        {tr("Emergency sheet"),
            [this] {
                if (auto *page = qobject_cast<ResidentPage *>(currentPage()))
                    page->printEmergencySheet();
            }},
        {tr("Keys"), [this] { openPlace(u"keys"_s); }}, {tr("Undo the last save"), [this] { undo(); }},
        {tr("My password"), [this] { Q_EMIT passwordRequested(); }}, {tr("Cover the screen"), [this] { Q_EMIT coverRequested(); }},
        {tr("Switch user"), [this] { Q_EMIT switchRequested(); }}, {tr("Lock"), [this] { Q_EMIT lockRequested(); }}};
    if (m_services.audit.mayRead())
        actions.append({tr("Audit"), [this] { openPlace(u"audit"_s); }});
    if (m_services.records.session().manages()) {
        actions.append({tr("Backups and restoring"), [this] { openPlace(u"backups"_s); }});
        actions.append({tr("Retention and erasure"), [this] { openPlace(u"retention"_s); }});
        actions.append({tr("Restricted records"), [this] { openPlace(u"restricted"_s); }});
    }
    m_find = new FindBox(m_services, actions);
    m_find->setMaximumWidth(Theme::scaled(420));
    m_find->setMinimumWidth(160);
    connect(m_find, &FindBox::personChosen, this, &Workspace::openResident);
    connect(m_find, &FindBox::recordChosen, this, &Workspace::openRecord);
    layout->addWidget(m_find, 10);
    layout->addStretch(1);
    m_saved = chip({}, "done");
    m_saved->setObjectName(u"saved"_s);
    m_saved->hide();
    layout->addWidget(m_saved);
    m_date = label({}, "soft");
    layout->addWidget(m_date);
    m_date->setVisible(!Theme::isLarge());
    return header;
}

void Workspace::addShortcuts()
{
    const auto on
        = [this](const QKeySequence &keys, auto action) { connect(new QShortcut(keys, this), &QShortcut::activated, this, action); };
    on(QKeySequence(u"Ctrl+K"_s), [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    if (m_services.records.mayChange(recordType<Person>()))
        on(QKeySequence(u"Ctrl+N"_s), [this] { openNewResident(); });
    on(QKeySequence(u"Ctrl+Z"_s), [this] { undo(); });
    on(QKeySequence(u"Alt+Left"_s), [this] { back(); });
    on(QKeySequence(u"Alt+Right"_s), [this] { forward(); });
    for (const QString &keys : {u"F1"_s, u"Ctrl+?"_s, u"Ctrl+Shift+?"_s})
        on(QKeySequence(keys), [this] { openPlace(u"keys"_s); });
}

void Workspace::showClock()
{
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    m_date->setText(words::weekday(now.date()) + u", "_s + words::time(now));
}

QWidget *Workspace::currentPage() const
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    return scroll ? scroll->widget() : m_pages->currentWidget();
}

void Workspace::setPage(QWidget *page)
{
    while (QWidget *old = m_pages->currentWidget()) {
        m_pages->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    // A page chooses its first field before it is shown; the focus can only go there afterwards.
    QWidget *wanted = page->focusWidget();
    // What does not fit is scrolled to: large text, long words. Never cut off, and never a window wider than the screen.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
    m_wanted = wanted;
    focusPage();
}

void Workspace::focusPage()
{
    if (m_wanted)
        m_wanted->setFocus(Qt::OtherFocusReason);
}

QWidget *Workspace::makePage(const Visit &visit)
{
    if (visit.person > 0 && m_services.restrictions.isClosed({visit.person}))
        return new RestrictedPage({visit.person}, m_services, m_navigator);
    if (visit.person > 0)
        return new ResidentPage({visit.person}, m_services, m_navigator);
    if (visit.place == u"residents")
        return new ResidentsPage(m_services, m_navigator);
    if (visit.place == u"referrals-in")
        return new ReferralsInPage(m_services, m_navigator);
    if (visit.place == u"new")
        return new NewResidentPage(m_services, m_navigator);
    if (visit.place == u"rooms")
        return new KindsPage(Place::Rooms, tr("Rooms"), {}, m_services, m_navigator);
    if (visit.agency > 0)
        return new AgencyPage(
            {visit.agency}, [this] { openPlace(u"partners"_s); }, m_services, m_navigator);
    if (visit.place == u"partners")
        return makePartnersPage();
    if (visit.place == u"ledger")
        return new LedgerPage(m_services, m_navigator);
    if (visit.place == u"keys")
        return new KeysPage(m_placeKeys, m_services, m_navigator);
    if (visit.place == u"team")
        return makeTeamPage();
    if (visit.place == u"audit")
        return new AuditPage(m_services, m_navigator);
    if (visit.place == u"backups")
        return new BackupsPage(m_hostel, m_navigator);
    if (visit.place == u"restricted")
        return new RestrictedRecordsPage(m_services, m_navigator);
    if (visit.place == u"retention")
        return new RetentionPage(m_hostel, m_navigator);
    if (visit.place == u"house") {
        const auto house = m_services.records.list(recordType<House>());
        if (!house || house->isEmpty())
            return new QWidget;
        auto *card = new Card;
        auto *editor = genericEditor(m_services, recordType<House>(), house->first(), house->first().row);
        connect(editor, &RecordEditor::cancelled, this, &Workspace::back);
        card->body()->addWidget(editor);
        if (m_services.records.mayChange(recordType<AgreementWording>())) {
            auto *wording = new WordingPart(m_services, m_navigator);
            card->body()->addWidget(wording);
            connect(editor, &RecordEditor::saved, wording, &WordingPart::saveIfChanged); // Ctrl+S keeps the whole page
        }
        connect(editor, &RecordEditor::saved, this, [this] {
            m_navigator.say(tr("Saved"));
            openPlace(u"today"_s);
        });
        if (m_services.records.mayChange(recordType<House>()))
            card->body()->addWidget(new KeysPart(m_hostel, m_navigator));
        auto *scroll = new QScrollArea;
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus); // no Tab stop that nobody sees
        scroll->setWidget(card);
        auto *page = new QWidget;
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(20, 16, 20, 20);
        layout->addWidget(settingsTitle(u"house"_s, m_navigator));
        layout->addWidget(scroll);
        return page;
    }
    return new TodayPage(m_hostel, m_navigator);
}

QWidget *Workspace::makePartnersPage()
{
    auto *partners = new KindsPage(Place::Partners, tr("Partners"), {}, m_services, m_navigator);
    auto *print = button(tr("&Print for residents"));
    print->setObjectName(u"printDirectory"_s);
    connect(print, &QPushButton::clicked, this, [this] {
        const auto document = print::directoryDocument(m_services);
        if (!document) {
            m_navigator.refuse(document.error());
            return;
        }
        m_navigator.preview({.document = *document, .title = tr("Help nearby"), .fileName = u"help-nearby"_s});
    });
    partners->addToTitle(print);
    return partners;
}

void Workspace::openRecord(const QString &table, qint64 record)
{
    const RecordType *type = kindOf(table);
    if (!type)
        return;
    qint64 agency = table == QLatin1String(recordType<Agency>().table) ? record : 0;
    if (const auto row = m_services.records.one(*type, record); row && agency == 0)
        agency = row->row.value(u"agency_id"_s).toLongLong();
    if (type->place == Place::Partners && agency > 0)
        visit({u"partners"_s, 0, agency});
    else if (type->place == Place::Partners)
        openPlace(u"partners"_s);
    else if (type->place == Place::Rooms)
        openPlace(u"rooms"_s);
    else if (type->place == Place::Team)
        openPlace(u"team"_s);
}

QWidget *Workspace::makeTeamPage()
{
    auto *team = new KindsPage(Place::Team, tr("Team"), {}, m_services, m_navigator);
    RecordsPage *members = team->page(QString::fromLatin1(recordType<Staff>().table));
    if (members && m_services.records.mayChange(recordType<Staff>()))
        connect(members, &RecordsPage::opened, team, [this](const KeptRow &row, QVBoxLayout *below) {
            if (const auto member = asKind<Staff>(row))
                below->addWidget(new AccessPart(*member, m_hostel, m_navigator));
        });
    return team;
}

void Workspace::show(const Visit &visit)
{
    // What was said about one page does not stand over the next, unless saying it is what brought us there.
    if (!m_said.isValid() || m_said.hasExpired(kSaidJustNowMs))
        m_saved->hide();
    m_here = visit;
    const bool isResidents = visit.person > 0 || visit.place == u"new" || visit.place == u"referrals-in";
    const bool isSettings = visit.place == u"backups" || visit.place == u"retention" || visit.place == u"restricted";
    const QString place = isResidents ? u"residents"_s : isSettings ? u"house"_s : visit.place;
    if (QPushButton *nav = m_places.value(place))
        nav->setChecked(true);
    // The new page may open the same form, and reads its draft.
    if (QWidget *old = currentPage())
        for (RecordEditor *editor : old->findChildren<RecordEditor *>())
            editor->keepDraftNow();
    setPage(makePage(visit));
    if (auto *page = qobject_cast<ResidentPage *>(currentPage()); page && !visit.tab.isEmpty()) {
        page->showTab(visit.tab);
        m_wanted = page->focusWidget();
    }
}

Visit Workspace::here() const
{
    Visit visit = m_here;
    if (const auto *page = qobject_cast<ResidentPage *>(currentPage()))
        visit.tab = page->tabName();
    return visit;
}

Bookmark Workspace::bookmark() const
{
    const Visit now = m_here.place == u"preview" && !m_past.isEmpty() ? m_past.last() : here();
    return {m_services.records.session().staff().value, now};
}

void Workspace::open(const Bookmark &bookmark)
{
    if (!bookmark.visit.place.isEmpty())
        visit(bookmark.visit);
}

void Workspace::visit(const Visit &visit)
{
    if (!m_here.place.isEmpty() && m_here.place != u"preview" && m_here != visit)
        m_past.append(here());
    m_future.clear();
    show(visit);
}

void Workspace::openPlace(const QString &name)
{
    if (!name.startsWith(u"resident/")) {
        visit({name, 0});
        return;
    }
    visit({u"resident"_s, name.section(u'/', 1, 1).toLongLong(), 0, name.section(u'/', 2)});
}
void Workspace::openResident(Id<Person> person) { visit({u"resident"_s, person.value}); }
void Workspace::openNewResident() { visit({u"new"_s, 0}); }

void Workspace::back()
{
    if (m_past.isEmpty())
        return;
    if (m_here.place != u"preview")
        m_future.append(here());
    show(m_past.takeLast());
}

void Workspace::forward()
{
    if (m_future.isEmpty())
        return;
    m_past.append(here());
    show(m_future.takeLast());
}

void Workspace::onChanged()
{
    const QList<Change> changes = std::exchange(m_changes, {});
    if (auto *page = qobject_cast<Page *>(currentPage()); page && page->concerns(changes))
        page->reload();
}

} // namespace keywork
