// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/move_on/move_on_page.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/move_on/leaver_print.h"
#include "ui/pages/move_on/move_on_cards.h"
#include "ui/pages/record_print.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_move_on.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kAskedOnLeaving{u"left_on"_s, u"leaving_reason"_s, u"destination"_s, u"leaving_notes"_s};

QStringList allButLeaving()
{
    QStringList rest;
    for (const Field &field : recordType<Stay>().fields)
        if (const QString column = QString::fromLatin1(field.column); !kAskedOnLeaving.contains(column))
            rest.append(column);
    return rest;
}

} // namespace

MoveOnPage::MoveOnPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::MoveOn, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_cards = buildCards();
    putAbove(m_cards);
    // A form has the whole room.
    connect(this, &KindsPage::formShown, m_cards, [this](bool isShown) { m_cards->setVisible(!isShown); });
    readAnew();
}

QWidget *MoveOnPage::buildCards()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_leavingCard = new Card;
    m_leavingCard->hide();
    layout->addWidget(m_leavingCard);
    auto *columns = columnsOrRows(12);
    m_summary = new Card(tr("Moving on"));
    m_summary->setObjectName(u"moveOnCard"_s);
    buildSummaryButtons();
    auto *lines = new QWidget;
    m_lines = new QVBoxLayout(lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_summary->body()->addWidget(lines);
    m_summary->body()->addStretch();
    columns->addWidget(m_summary, 3);
    m_readiness = new ReadinessCard;
    columns->addWidget(m_readiness, 2);
    layout->addLayout(columns);
    auto *below = columnsOrRows(12);
    m_day = new MovingDayCard(m_services);
    connect(m_day, &MovingDayCard::stepDone, this, [this](qint64 step) {
        m_navigator.answer(m_services.moveOn.stepDone({step}), tr("Saved")); // the page is read anew by the save
    });
    below->addWidget(m_day, 1);
    m_after = new AfterLeavingCard;
    connect(m_after, &AfterLeavingCard::tryWanted, this, [this](const QString &after) {
        showRecord({QString::fromLatin1(recordType<FollowUp>().table), 0, {{u"after_months"_s, after}}});
    });
    below->addWidget(m_after, 1);
    layout->addLayout(below);
    return whole;
}

void MoveOnPage::buildSummaryButtons()
{
    m_print = printButton();
    m_summary->addToTitle(m_print);
    m_leave = button(tr("They leave…"));
    m_leave->setObjectName(u"leaveHouse"_s);
    connect(m_leave, &QPushButton::clicked, this, &MoveOnPage::openLeaving, Qt::QueuedConnection);
    m_summary->addToTitle(m_leave);
}

QPushButton *MoveOnPage::printButton()
{
    auto *print = button(tr("For their next home") + u"    "_s); // room for the arrow
    print->setObjectName(u"printLeaver"_s);
    print->setEnabled(mayTakeAlong(m_services));
    auto *menu = new QMenu(print);
    connect(menu, &QMenu::aboutToShow, this, &MoveOnPage::fillPrintMenu);
    print->setMenu(menu);
    return print;
}

/// Agreements may have changed since it was last open.
void MoveOnPage::fillPrintMenu()
{
    QMenu *menu = m_print->menu();
    menu->clear();
    const auto own = [&](const QString &title, print::CopyKind kind) {
        menu->addAction(title, this, [this, kind] { previewLeaverSummary(m_person, kind, m_services, m_navigator); });
    };
    own(tr("Page to take along"), print::CopyKind::Full);
    own(tr("Page to take along, discreet copy"), print::CopyKind::Discreet);
    own(tr("Page to take along, large print"), print::CopyKind::LargePrint);
    menu->addSeparator();
    const auto agreed = agenciesAgreedWith(m_person, m_services);
    for (const Kept<Agency> &agency : agreed)
        menu->addAction(tr("Copy for %1, what is agreed").arg(literal(words::shortened(agency.value.name, 40))), this,
            [this, id = agency.id] { previewLeaverCopy(m_person, id, m_services, m_navigator); });
    if (agreed.isEmpty())
        menu->addAction(tr("No copy for others: nothing is agreed"))->setEnabled(false);
}

void MoveOnPage::reload()
{
    KindsPage::reload();
    readAnew();
}

void MoveOnPage::readAnew()
{
    if (m_leaving) // what somebody types stays on the screen
        return;
    const auto picture = m_services.moveOn.of(m_person);
    emptyLayout(m_lines);
    const bool isKnown = picture && *picture;
    const bool isHere = isKnown && (*picture)->state != MoveOnState::Left;
    m_leave->setVisible(isHere);
    m_leave->setEnabled(m_services.records.mayChange(recordType<Stay>()));
    m_print->setVisible(isKnown);
    m_readiness->setVisible(isKnown);
    m_day->setVisible(isKnown);
    m_after->setVisible(isKnown);
    if (isKnown)
        return tell(**picture);
    m_summary->setSoft({});
    m_lines->addWidget(label(picture ? tr("They have not arrived yet.") : words::error(picture.error()), "soft", true));
}

void MoveOnPage::tell(const MoveOnPicture &picture)
{
    m_summary->setSoft(words::labelFor(picture.state).toLower());
    for (const QString &sentence : words::moveOnSentences(picture, m_services.records.today()))
        m_lines->addWidget(label(breakable(sentence), "", true));
    m_readiness->tell(picture.readiness);
    m_day->tell(picture);
    m_after->tell(picture, m_services.records.mayAdd(recordType<FollowUp>()));
    tabsAsShown(this); // buttons were made anew
}

void MoveOnPage::openLeaving()
{
    const auto picture = m_services.moveOn.of(m_person);
    if (m_leaving || !picture || !*picture)
        return;
    Row start = toRow((*picture)->stay.value);
    start.set(u"left_on"_s, m_services.records.today().toString(Qt::ISODate));
    const RecordEditor::Setup setup{.type = recordType<Stay>(),
        .title = tr("They leave"),
        .start = start,
        .place = {u"stay"_s, (*picture)->stay.id.value, m_person.value, QString::fromLatin1(kLeaving)},
        .hidden = allButLeaving(),
        .save = [this](const Row &row) { return leave(row); },
        .saveText = tr("They have &left")};
    m_leaving = new RecordEditor(setup, m_services);
    m_leavingCard->clear();
    addStillOpen();
    m_leavingCard->body()->addWidget(m_leaving);
    m_leavingCard->show();
    m_leave->hide();
    connect(m_leaving, &RecordEditor::saved, this, &MoveOnPage::closeLeaving, Qt::QueuedConnection);
    connect(m_leaving, &RecordEditor::cancelled, this, &MoveOnPage::closeLeaving, Qt::QueuedConnection);
    if (FieldEditor *first = m_leaving->form()->editor(u"left_on"_s))
        giveKeys(first->input());
}

void MoveOnPage::showForm(const RecordRef &record, const QString &part)
{
    part == QLatin1String(kLeaving) ? openLeaving() : KindsPage::showForm(record, part);
}

/// Told, and keeps nobody from leaving.
void MoveOnPage::addStillOpen()
{
    const auto open = m_services.moveOn.atLeaving(m_person);
    if (!open)
        return m_leavingCard->body()->addWidget(label(words::error(open.error()), "problem", true));
    if (open->isEmpty())
        return;
    QStringList said;
    for (const LeavingLine &line : *open)
        said.append(words::leavingLine(line));
    auto *still = label(tr("Still here or open: %1.").arg(said.join(u"; "_s)), "strong", true);
    still->setObjectName(u"stillOpen"_s);
    m_leavingCard->body()->addWidget(still);
}

void MoveOnPage::closeLeaving()
{
    m_leaving = nullptr;
    m_leavingCard->clear();
    m_leavingCard->hide();
    readAnew();
    giveKeysTo(this, {u"printLeaver"_s, u"leaveHouse"_s});
}

Done MoveOnPage::leave(const Row &row)
{
    const auto said = recordType<Stay>().fromRow(row);
    const auto picture = m_services.moveOn.of(m_person);
    if (!said)
        return invalid(m_services.records.check(row));
    if (!picture || !*picture)
        return picture ? Done(Error{ErrorKind::NotFound, u"stay"_s, {}}) : Done(picture.error());
    const auto left = m_services.moveOn.leave((*picture)->stay, *said);
    if (left)
        m_navigator.say(tr("Saved. The page to take along is under “For their next home”."));
    return left ? Done() : Done(left.error());
}

bool MoveOnPage::concerns(const QList<Change> &changes) const
{
    return KindsPage::concerns(changes)
        || anyShown(changes, m_person,
            {.theirs = {&recordType<Stay>(), &recordType<MoveOnPlan>(), &recordType<MoveStep>(), &recordType<ReadinessView>(),
                 &recordType<MoveOnApplication>(), &recordType<SupportStep>(), &recordType<PostMoveContact>(), &recordType<FollowUp>()},
                .anybodys = {&recordType<House>(), &recordType<Agency>()}});
}

} // namespace keywork
