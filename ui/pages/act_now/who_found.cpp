// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/who_found.h"

#include "core/base/text.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/print/emergency_sheet.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"

#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kOffered = 5;
constexpr int kAvatar = 44;

bool roomBegins(const QString &room, const QString &typed)
{
    const QString plain = typed.startsWith(u'r') ? typed.mid(1).trimmed() : typed;
    return !plain.isEmpty() && folded(room).startsWith(plain);
}

bool nameBegins(const QString &name, const QString &typed)
{
    const QString whole = folded(name);
    return whole.startsWith(typed) || whole.contains(u' ' + typed);
}

QString onCall(const Services &services)
{
    const auto house = services.records.all<House>();
    const bool isSaid = house && !house->isEmpty() && !house->first().value.onCall.isEmpty();
    return isSaid ? house->first().value.onCall : WhoFound::tr("nobody is entered");
}

} // namespace

QList<FoundHere> foundHere(const QList<FoundHere> &here, const QString &typed, int most)
{
    const QString wanted = folded(typed.trimmed());
    QList<FoundHere> found;
    if (wanted.isEmpty())
        return found;
    for (const FoundHere &one : here) // who is called so stands before whoever lives in such a room
        if (nameBegins(one.name, wanted))
            found.append(one);
    for (const FoundHere &one : here)
        if (!nameBegins(one.name, wanted) && roomBegins(one.room, wanted))
            found.append(one);
    return found.mid(0, most);
}

WhoFound::WhoFound(QWidget *parent)
    : Card(tr("Who"), {}, parent)
{
    m_shown = new QWidget;
    auto *line = new QHBoxLayout(m_shown);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    m_avatar = new Avatar(kAvatar);
    line->addWidget(m_avatar, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    m_name = label({}, "cardTitle", true);
    m_name->setObjectName(u"whoName"_s);
    m_facts = label({}, "actNowSays", true);
    m_facts->setObjectName(u"whoFacts"_s);
    m_strong = label({}, "strong", true);
    m_strong->setObjectName(u"whoStrong"_s);
    for (QLabel *each : {m_name, m_facts, m_strong})
        words->addWidget(each);
    line->addLayout(words, 1);
    body()->addWidget(m_shown);
    buildAsking();
    buildButtons();
    setServices(nullptr, true);
}

void WhoFound::buildAsking()
{
    m_asking = new QWidget;
    auto *asking = new QVBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(4);
    m_field = new QLineEdit;
    m_field->setObjectName(u"whoField"_s);
    m_field->installEventFilter(this);
    m_asks = label({}, "fieldLabel", true);
    m_asks->setBuddy(m_field);
    m_matches = label({}, "", true);
    m_matches->setObjectName(u"whoMatches"_s);
    for (QWidget *each : {static_cast<QWidget *>(m_asks), static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_matches)})
        asking->addWidget(each);
    body()->addWidget(m_asking);
    connect(m_field, &QLineEdit::textChanged, this, &WhoFound::offer);
}

void WhoFound::buildButtons()
{
    auto *buttons = wrappingLine(8);
    m_sheet = button(tr("Print emergency sheet  Ctrl+P"), "primary");
    m_other = button(tr("Someone else"));
    m_visitor = button(tr("A visitor, or outside"));
    m_unknown = button(tr("Not known yet"));
    const QList<std::pair<QPushButton *, QString>> named{
        {m_sheet, u"whoSheet"_s}, {m_other, u"whoOther"_s}, {m_visitor, u"whoVisitor"_s}, {m_unknown, u"whoUnknown"_s}};
    for (const auto &[made, name] : named) {
        made->setObjectName(name);
        buttons->addWidget(made);
    }
    body()->addLayout(buttons);
    connect(m_sheet, &QPushButton::clicked, this, &WhoFound::sheetWanted);
    connect(m_other, &QPushButton::clicked, this, [this] { beginWith({}); });
    connect(m_visitor, &QPushButton::clicked, this, &WhoFound::describe);
    connect(m_unknown, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen({});
        Q_EMIT done();
    });
}

void WhoFound::setServices(const Services *services, bool isLocked)
{
    m_services = services;
    m_here.clear();
    m_field->clear();
    if (m_services)
        readWhoIsHere();
    m_asks->setText(m_services ? tr("First letters of the name, or the room; Enter takes the first. A visitor: say who in words.")
            : isLocked         ? tr("A visitor or somebody outside, in a few words. Residents are found once somebody signs in.")
                               : tr("The screen is covered. F11 shows names again."));
    show({});
}

void WhoFound::readWhoIsHere()
{
    const auto residents = m_services->people.residents(ResidentGroup::HereNow);
    if (!residents) // a role that knows no resident may say it in words
        return;
    for (const ResidentLine &line : *residents)
        m_here.append({line.person.id, line.person.value.displayName(), line.room});
}

void WhoFound::show(const ActNowWho &who)
{
    m_who = who;
    m_shown->show();
    m_strong->clear();
    m_facts->clear();
    if (who.kind == ActNowWho::Kind::NotKnown)
        showLines(tr("Not known yet"), {}, {}, {});
    else if (!m_services)
        showLines(
            who.kind == ActNowWho::Kind::Resident ? tr("A resident; the name shows once it may") : tr("A visitor or somebody outside"), {},
            {}, {});
    else if (who.kind == ActNowWho::Kind::Visitor)
        showLines(who.described.isEmpty() ? tr("A visitor or somebody outside") : who.described, {}, {}, {});
    else
        showPerson(who.person);
    const bool isResident = m_services && who.kind == ActNowWho::Kind::Resident;
    m_sheet->setVisible(isResident);
    m_other->setVisible(isResident);
    m_visitor->setVisible(!isResident);
    m_unknown->setVisible(who.kind != ActNowWho::Kind::NotKnown);
    ask(!isResident);
}

void WhoFound::ask(bool asks)
{
    m_asking->setVisible(asks);
    if (!asks)
        m_field->clear();
    offer();
}

void WhoFound::showLines(const QString &name, const QString &beside, const QStringList &lines, const QString &strong)
{
    m_name->setText(beside.isEmpty() ? breakable(name) : breakable(name) + u" · "_s + beside);
    m_avatar->setName(m_who.kind == ActNowWho::Kind::Resident && m_services ? name : QString());
    m_avatar->setVisible(m_who.kind == ActNowWho::Kind::Resident && m_services);
    m_facts->setText(lines.join(u'\n'));
    m_facts->setVisible(!lines.isEmpty());
    m_strong->setText(strong);
    m_strong->setVisible(!strong.isEmpty());
}

/// What may not be read is named as that; nothing is dropped in silence.
void WhoFound::showPerson(Id<Person> person)
{
    const auto facts = print::emergencyFacts(*m_services, person);
    if (!facts) {
        const auto known = std::find_if(m_here.cbegin(), m_here.cend(), [person](const FoundHere &one) { return one.person == person; });
        const bool isHere = known != m_here.cend();
        showLines(isHere ? known->name : tr("A resident"), isHere && !known->room.isEmpty() ? tr("Room %1").arg(known->room) : QString(),
            {tr("What is known of their health you may not read. On call they can be asked: %1").arg(onCall(*m_services))}, {});
        m_sheet->setEnabled(false);
        return;
    }
    m_sheet->setEnabled(true);
    const Person &them = facts->line.person.value;
    QStringList beside;
    if (!facts->line.room.isEmpty())
        beside.append(tr("Room %1").arg(facts->line.room));
    if (const auto age = them.bornOn ? ageOn(*them.bornOn, facts->printedAt.date()) : std::nullopt)
        beside.append(QString::number(*age));
    QStringList lines;
    if (!facts->doses.prescriptions.isEmpty())
        lines += words::doses(facts->doses);
    lines.append(tr("Medicines: %1").arg(them.medicines.isEmpty() ? tr("not known to us") : breakable(them.medicines)));
    showLines(them.displayName(), beside.join(u" · "_s), lines,
        tr("Conditions: %1").arg(breakable(print::conditionsTold(*facts))) + u'\n'
            + tr("Allergies: %1").arg(breakable(print::allergiesTold(them))));
    Q_UNUSED(bool(m_services->records.note(HistoryAction::Viewed, u"person"_s, person.value, person.value)));
}

void WhoFound::beginWith(const QString &typed)
{
    m_asking->show();
    m_field->setText(typed);
    m_field->setFocus();
}

QString WhoFound::textOf(const FoundHere &found) const
{
    return found.room.isEmpty() ? found.name : found.name + u" · "_s + tr("Room %1").arg(found.room);
}

void WhoFound::offer()
{
    m_offered = foundHere(m_here, m_field->text(), kOffered);
    m_at = 0;
    showOffered();
}

void WhoFound::showOffered()
{
    QStringList lines;
    for (qsizetype i = 0; i < m_offered.size(); ++i)
        lines.append((i == m_at ? u"→ "_s : u"   "_s) + textOf(m_offered.at(i)));
    m_matches->setText(breakable(lines.join(u'\n')));
    m_matches->setVisible(!lines.isEmpty());
}

void WhoFound::take(qsizetype index)
{
    if (index < 0 || index >= m_offered.size())
        return describe();
    ActNowWho who{ActNowWho::Kind::Resident, m_offered.at(index).person, {}};
    m_field->clear();
    Q_EMIT chosen(who);
    Q_EMIT done();
}

void WhoFound::describe()
{
    const QString words = m_field->text().trimmed();
    if (words.isEmpty()) // nothing said takes nobody out who is in
        return beginWith({});
    m_field->clear();
    Q_EMIT chosen({ActNowWho::Kind::Visitor, {}, words});
    Q_EMIT done();
}

bool WhoFound::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_offered.isEmpty() && m_field->text().trimmed().isEmpty())
            Q_EMIT done();
        else
            take(m_at);
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_at = std::clamp<qsizetype>(m_at + (key == Qt::Key_Down ? 1 : -1), 0, std::max<qsizetype>(m_offered.size() - 1, 0));
        showOffered();
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_field->clear();
        show(m_who);
        Q_EMIT done();
        return true;
    }
    return false;
}

} // namespace keywork
