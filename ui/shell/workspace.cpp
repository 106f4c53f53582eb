// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "core/domain/kinds.h"
#include "core/services/house/guidance.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/earlier_versions.h"
#include "core/services/records/merging.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/act_now/act_now_card_print.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/additions.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/resident_prints.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/check_strip.h"
#include "ui/shell/find_box.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/places.h"
#include "ui/shell/view_button.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"
#include "ui/theme/theme.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"
#include "ui/widgets/unfinished_word.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPrinter>
#include <QPrinterInfo>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Workspace::Workspace(OpenHostel &hostel, const FileActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_hostel(hostel)
    , m_services(hostel.services())
{
    m_navigator = {.openResident = [this](Id<Person> person) { openResident(person); },
        .newResident = [this] { openNewResident(); },
        .back = [this] { back(); },
        .preview = [this](const Printout &printout) { preview(printout); },
        .header = [this](const QString &sentence, bool isGood) { sayInHeader(sentence, isGood); },
        .openPlace = [this](const QString &id) { openPlace(id); },
        .rewrite = actions.rewrite,
        .rescue = actions.rescue,
        .demonstration = actions.demonstration,
        .visit = [this](const Visit &wanted) { visit(wanted); },
        .openRecord
        = [this](const RecordRef &record) { openRecord(record.kind, record.id, m_here ? Id<Person>{m_here->person} : Id<Person>()); },
        .actNow = [this](Id<Person> person) { Q_EMIT actNowRequestedFor(person); }};
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_navigation = new NavigationBar(hostel);
    connect(m_navigation, &NavigationBar::placeChosen, this, &Workspace::openPlace);
    connect(m_navigation, &NavigationBar::passwordRequested, this, &Workspace::passwordRequested);
    connect(m_navigation, &NavigationBar::lockRequested, this, &Workspace::lockRequested);
    connect(m_navigation, &NavigationBar::actNowRequested, this, &Workspace::actNowRequested);
    layout->addWidget(m_navigation);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(buildHeader());
    m_trouble = label({}, "trouble", true);
    m_trouble->setObjectName(u"fileTrouble"_s);
    m_trouble->hide();
    right->addWidget(m_trouble);
    m_checks = new CheckStrip(m_services, m_navigator);
    right->addWidget(m_checks);
    connect(m_checks, &CheckStrip::changed, this, [this] {
        m_changes.append({u"check_series"_s}); // Today says something else, though nothing was saved
        m_reloadTimer.start();
    });
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
        if (std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) { return change.kind == u"file"; }))
            QTimer::singleShot(0, this, &Workspace::lookAtFile);
    });
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        showClock();
        lookAtFile();
        m_checks->look();
    });
    m_clockTimer.start(20'000);
    showClock();
    lookAtFile();
    m_checks->look();
    openPlace(QString::fromLatin1(navigation(m_services).first()->id));
}

Workspace::~Workspace() = default;

void Workspace::showRunning(qsizetype count) { m_navigation->showRunning(count); }

void Workspace::setBelow(bool isBelow)
{
    m_isBelow = isBelow;
    if (!isBelow && !m_changes.isEmpty())
        m_reloadTimer.start();
}

std::optional<QString> Workspace::printEmergencySheet(Id<Person> person)
{
    const QPrinterInfo own = QPrinterInfo::defaultPrinter();
    if (own.isNull()) {
        previewEmergencySheet(person, m_services, m_navigator);
        return {};
    }
    QString said = tr("The sheet could not be printed. Put this aside with Esc and print it from their page.");
    Navigator told = m_navigator;
    told.header = [&said](const QString &sentence, bool) { said = sentence; };
    Navigator printing = told;
    printing.preview = [&](const Printout &printout) {
        PreviewPage page(printout, m_services, told);
        QPrinter printer(own);
        page.printOn(printer);
    };
    previewEmergencySheet(person, m_services, printing);
    return said;
}

void Workspace::previewActNowCard(const HouseCard &house) { keywork::previewActNowCard(house, m_services, m_navigator); }

bool Workspace::startChecks(Id<Person> person, const QVariantMap &start)
{
    const QString kind = u"check_series"_s;
    const RecordType *type = kindOf(kind);
    if (!type || !m_services.records.mayAdd(*type))
        return false;
    auto where = person           ? formFor(*type, standingFor(person), m_services)
        : placeNamed(u"checks"_s) ? std::optional(Visit{.place = u"checks"_s, .record = {kind, 0}})
                                  : std::nullopt;
    if (!where)
        return false;
    where->record.start = start;
    visit(*where);
    return true;
}

void Workspace::undo()
{
    // The text first: fields see the key before this does, and an edited page keeps its words.
    const auto whole = m_services.undo.takesOut();
    if (whole && !isToldAbout(*whole))
        return;
    const QList<qint64> before = m_services.records.lastCommit();
    if (const Done undone = m_services.undo.last(tr("undone")); !undone) {
        const bool nothing = undone.error().kind == ErrorKind::NotAllowedNow;
        m_navigator.refuse(nothing ? tr("Nothing to undo here.") : words::error(undone.error()));
        return;
    }
    const bool wasTakenBack = m_takenBack.isEmpty() || m_takenBack != before;
    m_takenBack = wasTakenBack ? m_services.records.lastCommit() : QList<qint64>();
    if (!whole)
        return m_navigator.say(
            wasTakenBack ? tr("Undone. Ctrl+Z once more brings it back.") : tr("As it was before Ctrl+Z. Ctrl+Z once more undoes it."));
    if (m_here && m_here->person == whole->person.value) // there is nothing to stand on any more
        openPlace(u"today"_s);
    m_navigator.say(tr("%1 is not taken in. Ctrl+Z once more brings them back.").arg(whole->name));
}

/// A whole person is taken out by a second press only, with the sentence about it in view.
bool Workspace::isToldAbout(const Undo::TakenIn &whole)
{
    const QList<qint64> last = m_services.records.lastCommit();
    if (m_saved->isVisible() && m_toldUndo == last)
        return true;
    m_toldUndo = last;
    QStringList along;
    for (const RecordType *type : whole.along)
        along.append(words::label(type->title).toLower());
    m_navigator.refuse(along.isEmpty() ? tr("Ctrl+Z again takes %1 out as entered in error").arg(whole.name)
                                       : tr("Ctrl+Z again takes %1 out as entered in error, with %2").arg(whole.name, along.join(u", "_s)));
    return false;
}

void Workspace::sayInHeader(const QString &sentence, bool isGood)
{
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    setLook(m_saved, isGood ? "chip-done" : "chip-attention");
    tellInHeader(m_saved, sentence == tr("Saved") ? tr("Saved %1").arg(words::time(now)) : sentence);
}

QList<FindAction> Workspace::findActions()
{
    const auto say = [](const char *marked) { return QCoreApplication::translate("places", marked); };
    QList<FindAction> actions;
    for (const PlaceInfo &place : places()) {
        if (!place.mayOpen(m_services))
            continue;
        if (!place.needsSubject)
            actions.append({say(place.foundAs ? place.foundAs : place.title), [this, id = QString::fromLatin1(place.id)] { openPlace(id); },
                say(place.title)});
        for (const PlaceAction &action : place.actions)
            if (action.mayDo(m_services))
                actions.append({say(action.label), [this, run = action.run] { run(context(here())); }});
    }
    actions += lookActions();
    actions.append({tr("Overdose — act now"), [this] { Q_EMIT actNowRequested(); }, tr("emergency, collapse, naloxone, 999, F12")});
    actions.append(
        {tr("Card for the wall: overdose, act now"), [this] { Q_EMIT actNowCardRequested(); }, tr("print, laminate, emergency")});
    actions.append({tr("Undo the last save"), [this] { undo(); }});
    actions.append({tr("My password"), [this] { Q_EMIT passwordRequested(); }});
    actions.append({tr("Cover the screen"), [this] { Q_EMIT coverRequested(); }});
    actions.append({tr("Switch user"), [this] { Q_EMIT switchRequested(); }});
    actions.append({tr("Lock"), [this] { Q_EMIT lockRequested(); }});
    return actions;
}

/// The tabs of the record that is open: there are more of them than letters.
/// What Ctrl+D and Ctrl++ do, for whoever looks for it by name.
QList<FindAction> Workspace::lookActions()
{
    const QString words = tr("Settings: colours, theme, screen, contrast, font, text size, zoom");
    const auto look = [this](Theme::Kind kind, int steps) {
        Q_EMIT lookRequested(kind, steps == 0 ? 100 : Theme::nextPercent(Theme::percent(), steps));
    };
    const auto colours = [this](Theme::Kind kind) { return [this, kind] { Q_EMIT lookRequested(kind, Theme::percent()); }; };
    return {{tr("Light screen"), colours(Theme::Kind::Light), words}, {tr("Dark screen"), colours(Theme::Kind::Dark), words},
        {tr("High contrast"), colours(Theme::Kind::HighContrast), words}, {tr("Larger text"), [look] { look(Theme::kind(), 1); }, words},
        {tr("Smaller text"), [look] { look(Theme::kind(), -1); }, words},
        {tr("Text as it was"), [look] { look(Theme::kind(), 0); }, words}};
}

QList<FindAction> Workspace::residentActions()
{
    const Id<Person> inView{showsRecord() ? here().person : 0};
    const auto line = inView ? m_services.people.line(inView) : Result<ResidentLine>(Error{});
    const bool isOpen = line && !line->isClosed; // of a closed record there are no tabs
    const QString whose = isOpen ? u": "_s + line->person.value.displayName() : QString();
    QList<FindAction> actions;
    const auto offer = [&](const QString &title, const QString &also, const std::function<void(Id<Person>)> &go) {
        if (isOpen)
            actions.append({title + whose, [go, inView] { go(inView); }, also});
        else
            actions.append({title + u"…"_s, {}, also, go});
    };
    for (const RecordType *type : kindsToAdd(m_services))
        offer(
            words::label(type->newOne), words::label(type->title) + u'\n' + words::label(type->titleMany), [this, type](Id<Person> person) {
                const auto where = formFor(*type, standingFor(person), m_services);
                where ? visit(*where) : openResident(person);
            });
    for (const ResidentTab &tab : residentTabs())
        if (tab.mayOpen(m_services))
            offer(QCoreApplication::translate("resident", tab.title).remove(u'&'), {},
                [this, id = QString::fromLatin1(tab.id)](Id<Person> person) { visit(residentVisit(standingFor(person).value, id)); });
    return actions;
}

QList<FoundPage> Workspace::foundPages(const QString &typed)
{
    static const GuidanceIndex index(shippedGuidance()); // the house's own pages are records, and are found as such
    const PlaceInfo *place = placeNamed(u"guidance"_s);
    QList<FoundPage> pages;
    for (const GuidanceHit &hit : place->mayOpen(m_services) ? index.find(typed) : QList<GuidanceHit>()) {
        const GuidancePage &page = shippedGuidance().at(hit.page);
        const QString where = hit.where.isEmpty() ? QString() : u" · "_s + hit.where;
        pages.append(
            {{titleOf(*place) + u": "_s + page.title + where, [this, key = page.key] { visit({.place = u"guidance"_s, .tab = key}); }},
                hit.by != GuidanceHit::By::Text});
    }
    return pages;
}

QWidget *Workspace::buildHeader()
{
    auto *header = new QFrame;
    header->setProperty("look", u"header"_s);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(20, 9, 20, 9);
    layout->setSpacing(12);
    m_find = new FindBox(
        m_services, findActions(), [this] { return residentActions(); }, [this](const QString &typed) { return foundPages(typed); });
    m_find->setMaximumWidth(Theme::scaled(420));
    m_find->setMinimumWidth(160);
    connect(m_find, &FindBox::personChosen, this, &Workspace::openResident);
    connect(m_find, &FindBox::recordChosen, this, &Workspace::openRecord);
    layout->addWidget(m_find, 10);
    layout->addStretch(1);
    m_saved = chip({}, "done");
    m_saved->setWordWrap(Theme::isLarge()); // a long sentence makes no window wider
    m_saved->setObjectName(u"saved"_s);
    m_saved->hide();
    layout->addWidget(m_saved);
    auto *view = new ViewButton;
    connect(view, &ViewButton::wanted, this, &Workspace::lookRequested);
    layout->addWidget(view);
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
        keepingScrolled(currentPage(), [this] { // what was read stays in view
            m_find->setFocus();
            m_find->selectAll();
        });
    });
    on(QKeySequence(u"Ctrl+Z"_s), [this] { undo(); });
    on(QKeySequence(u"Alt+Left"_s), [this] { back(); });
    on(QKeySequence(u"Alt+Right"_s), [this] { forward(); });
    for (const PlaceInfo &place : places())
        for (const QKeySequence &keys : place.mayOpen(m_services) ? place.keys : QList<QKeySequence>())
            on(keys, [this, id = QString::fromLatin1(place.id)] { openPlace(id); });
    for (const PlaceInfo &place : places())
        for (const PlaceAction &action : place.actions)
            if (!action.keys.isEmpty() && place.mayOpen(m_services) && action.mayDo(m_services))
                on(action.keys, [this, run = action.run] { run(context(here())); });
}

RecordEditor *Workspace::openForm() const
{
    for (QWidget *widget = focusWidget(); widget; widget = widget->parentWidget())
        if (auto *editor = qobject_cast<RecordEditor *>(widget); editor && editor->isVisibleTo(this))
            return editor;
    RecordEditor *only = nullptr;
    for (RecordEditor *editor : currentPage() ? currentPage()->findChildren<RecordEditor *>() : QList<RecordEditor *>()) {
        if (!editor->isVisibleTo(currentPage()))
            continue;
        if (only)
            return nullptr;
        only = editor;
    }
    return only;
}

bool Workspace::leaveForm()
{
    RecordEditor *form = openForm();
    if (!form)
        return false;
    if (form->leave() == RecordEditor::Left::DraftWaits)
        m_navigator.say(tr("Not saved. What you typed waits, here and on Today."));
    return true;
}

void Workspace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && leaveForm())
        return event->accept();
    QWidget::keyPressEvent(event);
}

void Workspace::showClock()
{
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    m_date->setText(words::weekday(now.date()) + u", "_s + words::time(now));
    if (m_day.isValid() && m_day != now.date()) { // what is due, who is here, how old: all of it may be another
        m_changes.append(Change());
        m_reloadTimer.start();
    }
    m_day = now.date();
}

void Workspace::lookAtFile()
{
    const Done takes = m_hostel.takesWriting();
    m_trouble->setText(takes ? QString() : words::takesNothing(takes.error(), m_hostel.asidePlace()));
    m_trouble->setVisible(!takes);
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
    m_wanted = wanted ? wanted : firstOf(page);
    focusPage();
}

void Workspace::focusPage()
{
    if (m_wanted)
        m_wanted->setFocus(Qt::OtherFocusReason);
}

void Workspace::openRecord(const QString &table, qint64 record, Id<Person> about)
{
    const RecordType *type = kindOf(table);
    const auto kept = type ? m_services.records.one(*type, record) : Result<KeptRow>(Error{ErrorKind::NotFound, table, {}});
    const auto where = kept ? visitTo(*kept) : std::nullopt;
    if (where && placeNamed(where->place)->mayOpen(m_services))
        visit(*where);
    else if (about)
        openResident(about);
    else if (!kept)
        m_navigator.refuse(kept.error());
}

PlaceContext Workspace::context(const Visit &visit) const { return {m_hostel, m_services, m_navigator, visit}; }

void Workspace::show(const Visit &visit)
{
    announce(this, Went::Elsewhere);
    m_here = visit;
    m_here->record.start.clear(); // somebody's words: neither Back nor the bookmark, which outlives the lock, has them
    const PlaceInfo *place = placeNamed(visit.place);
    m_navigation->showPlace(*place);
    // The new page may open the same form, and reads its draft.
    finishWord();
    if (QWidget *old = currentPage())
        for (RecordEditor *editor : old->findChildren<RecordEditor *>())
            editor->keepDraftNow();
    m_changes.clear(); // a page that is made now has read them, and would be read a second time
    m_reloadTimer.stop();
    QWidget *made = place->make(context(*m_here));
    if (auto *page = qobject_cast<Page *>(made); page && visit.record.isSet())
        visit.part.isEmpty() ? page->showRecord(visit.record) : page->showForm(visit.record, visit.part);
    setPage(made);
    if (auto *page = qobject_cast<Page *>(made); page && !visit.leftAs.isEmpty())
        page->bringBack(visit.leftAs);
    Q_EMIT visited();
}

void Workspace::preview(const Printout &printout)
{
    if (m_here)
        m_past.append(here());
    m_here.reset();
    setPage(new PreviewPage(printout, m_services, m_navigator));
}

Visit Workspace::here() const
{
    if (!m_here)
        return m_past.isEmpty() ? Visit() : m_past.last();
    Visit visit = *m_here;
    const auto *page = qobject_cast<Page *>(currentPage());
    if (const QString tab = page ? page->tabName() : QString(); tab != visit.tab) {
        visit.tab = tab;
        visit.record = {}; // left behind on the tab before
    }
    visit.leftAs = page ? page->leftAs() : QVariantMap();
    if (const RecordEditor *form = openForm()) { // Back leads into it again
        visit.record = {form->place().kind, form->place().record};
        visit.part = form->place().part;
    }
    return visit;
}

Bookmark Workspace::bookmark() const
{
    Visit visit = here();
    visit.leftAs.clear(); // a filter may be somebody's name, and this outlives the lock
    return {m_services.records.session().staff().value, visit};
}

void Workspace::open(const Bookmark &bookmark)
{
    if (!bookmark.visit.place.isEmpty())
        visit(bookmark.visit);
}

void Workspace::visit(const Visit &visit)
{
    const PlaceInfo *place = placeNamed(visit.place);
    if (!place || !place->mayOpen(m_services)) {
        m_navigator.refuse(Error{ErrorKind::NotPermitted, visit.place, {}});
        return;
    }
    if (m_here && *m_here != visit)
        m_past.append(here());
    m_future.clear();
    show(visit);
}

void Workspace::openPlace(const QString &id) { visit({.place = id}); }
void Workspace::openResident(Id<Person> person) { visit(residentVisit(standingFor(person).value)); }

Id<Person> Workspace::standingFor(Id<Person> person) const
{
    const auto stands = m_services.merging.standsIn(person); // an old link may lead to what was made one with another record
    return stands ? *stands : person;
}
void Workspace::openNewResident() { openPlace(u"new"_s); }

void Workspace::back()
{
    if (m_past.isEmpty())
        return;
    if (m_here)
        m_future.append(here());
    show(m_past.takeLast());
}

void Workspace::forward()
{
    if (m_future.isEmpty())
        return;
    if (m_here)
        m_past.append(here());
    show(m_future.takeLast());
}

void Workspace::onChanged()
{
    if (m_isBelow) // Today takes a second, and a press is to be answered at once
        return;
    const QList<Change> changes = std::exchange(m_changes, {});
    m_checks->look();
    announce(this, Went::Changed);
    m_navigation->showWaiting(m_services);
    if (auto *page = qobject_cast<Page *>(currentPage()); page && page->concerns(changes))
        keepingScrolled(page, [page] { keepingFocus(page, [page] { page->reload(); }); });
}

double Workspace::scrolled() const
{
    const auto *scroll = qobject_cast<const QScrollArea *>(m_pages->currentWidget());
    const QScrollBar *bar = scroll ? scroll->verticalScrollBar() : nullptr;
    return bar && bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
}

void Workspace::scrollTo(double part)
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    if (!scroll)
        return;
    QTimer::singleShot(0, scroll, [scroll, part] { // once the page has its height
        QScrollBar *bar = scroll->verticalScrollBar();
        bar->setValue(qRound(part * bar->maximum()));
    });
}

} // namespace keywork
