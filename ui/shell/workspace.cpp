// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "core/services/house/attention.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/today/watch_places.h"
#include "ui/shell/check_strip.h"
#include "ui/shell/find_box.h"
#include "ui/shell/house_foot.h"
#include "ui/shell/lone_strip.h"
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

#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLinesLater = 700; // milliseconds after a save, so that nobody waits for the numbers beside the places
} // namespace

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
        .actNow = [this](Id<Person> person) { Q_EMIT actNowRequestedFor(person); },
        .addForSomebody = [this](const QString &kind) { addForSomebody(kind); }};
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
    m_alone = new LoneStrip(m_services, m_navigator);
    right->addWidget(m_alone);
    connect(m_alone, &LoneStrip::changed, this, [this] {
        m_changes.append({u"lone_working"_s});
        m_reloadTimer.start();
    });
    connect(m_checks, &CheckStrip::changed, this, [this] {
        m_changes.append({u"check_series"_s}); // Today says something else, though nothing was saved
        m_reloadTimer.start();
    });
    auto *place = new QWidget;
    place->setObjectName(u"ground"_s);
    place->setAttribute(Qt::WA_StyledBackground);
    m_pages = new QStackedLayout(place);
    right->addWidget(place, 1);
    m_house = new HouseFoot(m_services, m_navigator);
    right->addWidget(m_house);
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
    m_linesTimer.setSingleShot(true);
    m_linesTimer.setInterval(kLinesLater);
    connect(&m_linesTimer, &QTimer::timeout, this, &Workspace::countLines);
    m_linesTimer.start();
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        showClock();
        lookAtFile();
        lookAtShift();
        if (m_linesChangeAt.isValid() && m_services.records.clock().now() >= m_linesChangeAt)
            countLines();
    });
    m_clockTimer.start(20'000);
    showClock();
    lookAtFile();
    lookAtShift();
    openPlace(QString::fromLatin1(navigation(m_services).first()->id));
}

Workspace::~Workspace() = default;

void Workspace::setBelow(bool isBelow)
{
    m_isBelow = isBelow;
    if (!isBelow && !m_changes.isEmpty())
        m_reloadTimer.start();
    if (!isBelow)
        m_linesTimer.start();
}

void Workspace::sayInHeader(const QString &sentence, bool isGood)
{
    const QDateTime now = m_services.records.clock().local(m_services.records.clock().now());
    setLook(m_saved, isGood ? "chip-done" : "chip-attention");
    tellInHeader(m_saved, sentence == tr("Saved") ? tr("Saved %1").arg(words::time(now)) : sentence);
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
        m_navigator.refuse(tr("Not saved. What you typed waits, here and on Today."));
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

/// What becomes due by the clock, and who is on shift now.
void Workspace::lookAtShift()
{
    m_checks->look();
    m_alone->look();
    m_house->look();
}

void Workspace::lookAtFile()
{
    const Done takes = m_hostel.takesWriting();
    m_trouble->setText(takes ? QString() : words::takesNothing(takes.error(), m_hostel.asidePlace()));
    m_trouble->setVisible(!takes);
}

void Workspace::countLines()
{
    if (m_isBelow)
        return; // once it is seen again
    const Result<WatchedDay> &day = m_services.attention.now(); // on Today it was just read
    m_linesChangeAt = day ? day->changesAt : QDateTime();
    m_navigation->showLines(day ? linesByPlace(day->items) : QHash<QString, qsizetype>(), m_services);
}

void Workspace::onChanged()
{
    if (m_isBelow) // Today takes a second, and a press is to be answered at once
        return;
    const QList<Change> changes = std::exchange(m_changes, {});
    lookAtShift();
    announce(this, Went::Changed);
    m_navigation->showWaiting(m_services);
    m_linesTimer.start();
    if (auto *page = qobject_cast<Page *>(currentPage()); page && page->concerns(changes))
        keepingScrolled(page, [page] { keepingFocus(page, [page] { page->reload(); }); });
}

} // namespace keywork
