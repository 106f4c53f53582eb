// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/keywork_page.h"

#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/kinds.h"
#include "core/domain/nights_away.h"
#include "core/domain/substance_use.h"
#include "core/services/care/away_reading.h"
#include "core/services/care/keywork.h"
#include "core/services/records/records.h"
#include "ui/pages/keywork/ruler_lines.h"
#include "ui/pages/keywork/session_form.h"
#include "ui/pages/persons_paper.h"
#include "ui/pages/record_print.h"
#include "ui/pages/shown_kinds.h"
#include "ui/print/keywork_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"

#include <QLineEdit>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kSessionsAtFirst = 25;

QString idName(const QString &what, Id<KeyworkSession> id) { return what + u'-' + QString::number(id.value); }

} // namespace

KeyworkPage::KeyworkPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : ListWithForm(person, services, navigator, parent)
    , m_shown(kSessionsAtFirst)
{
    buildList();
}

SessionForm *KeyworkPage::form() const { return static_cast<SessionForm *>(openedForm()); }

void KeyworkPage::buildList()
{
    auto *top = wrappingLine(8);
    m_next = label({}, "strong", Theme::isLarge());
    m_next->setObjectName(u"nextKeywork"_s);
    top->addWidget(m_next);
    pushRight(top);
    for (const auto &[name, text, kind] : {std::tuple{u"quickContact"_s, tr("&Quick contact note"), u"contact_note"_s},
             std::tuple{u"speakUp"_s, tr("Speak &up for them"), u"advocacy"_s}}) {
        auto *other = button(text);
        other->setObjectName(name);
        connect(
            other, &QPushButton::clicked, this,
            [this, table = kind] {
                m_navigator.visit(residentVisit(m_person.value, u"lists"_s, {table, 0}));
            },
            Qt::QueuedConnection);
        top->addWidget(other);
    }
    m_start = button(tr("Start a sessio&n"), "primary");
    m_start->setObjectName(u"startSession"_s);
    m_start->setEnabled(m_services.records.mayAdd(recordType<KeyworkSession>()));
    connect(m_start, &QPushButton::clicked, this, [this] { open({}); });
    top->addWidget(m_start);
    list()->addLayout(top);
    QVBoxLayout *column = addScrolled();
    m_planned = new Card(tr("Planned"));
    m_rulers = new Card(tr("How ready, how able"), tr("full line: how much it matters; broken line: how sure they are"));
    m_lines = new RulerLines;
    m_lines->setObjectName(u"rulerLines"_s);
    m_rulers->body()->addWidget(m_lines);
    m_sessions = new Card(tr("Sessions"), tr("the latest first"));
    for (Card *card : {m_planned, m_rulers, m_sessions})
        column->addWidget(card);
    column->addStretch();
}

QString KeyworkPage::factsOf(const KeyworkSession &session) const
{
    const QDateTime at = m_services.records.clock().local(session.startsAt);
    const auto with = m_services.records.one(session.staffId);
    QStringList facts{
        words::weekday(at.date(), m_services.records.today()) + u' ' + words::time(at), words::shortLabelFor(session.outcome)};
    if (session.minutes)
        facts.append(tr("%1 min").arg(*session.minutes));
    if (with)
        facts.append(with->value.name);
    if (!session.place.trimmed().isEmpty())
        facts.append(session.place.trimmed());
    return facts.join(u" · "_s);
}

void KeyworkPage::reload()
{
    const auto sessions = m_services.keyworkSessions.of(m_person);
    m_planned->clear();
    m_sessions->clear();
    if (!sessions) {
        m_next->setText(words::error(sessions.error()));
        return;
    }
    const auto next = m_services.keyworkSessions.nextPlanned(m_person);
    const QString planned = next && *next
        ? tr("Next keywork %1").arg(words::moment(m_services.records.clock().local((*next)->value.startsAt)))
        : tr("No session is planned");
    m_next->setText(breakable(planned + pauseNow()));
    qsizetype shown = 0;
    bool isPlanned = false;
    for (const Kept<KeyworkSession> &one : *sessions) {
        if (one.value.isPlanned()) {
            addPlanned(one);
            isPlanned = true;
        } else if (shown++ < m_shown) {
            addLine(one);
        }
    }
    m_planned->setVisible(isPlanned);
    if (shown == 0)
        m_sessions->body()->addWidget(label(tr("No session yet. The first begins with “Start a session”."), "soft", true));
    addMore(m_sessions->body(), shown, m_shown, u"moreSessions"_s);
    showRulers(*sessions);
}

/// Why nobody asks for keywork now: they are away.
QString KeyworkPage::pauseNow() const
{
    const QDate today = m_services.records.today();
    const auto away = readAway(m_services.records, {m_person.value}, today);
    for (const AwaySpell &spell : away ? away->value(m_person.value) : QList<AwaySpell>()) {
        if (!spell.holdsOn(today))
            continue;
        const QString since = words::dayAndMonth(spell.from, today);
        return u" · "_s
            + (maySayWhy(spell.why, m_services.records.session()) ? tr("waits: %1 since %2").arg(words::labelFor(spell.why), since)
                                                                  : tr("waits: away since %1").arg(since));
    }
    return {};
}

void KeyworkPage::showRulers(const QList<Kept<KeyworkSession>> &sessions)
{
    QList<RulerPoint> points;
    for (const Kept<KeyworkSession> &one : sessions)
        if (one.value.isHeld())
            points.prepend({m_services.records.clock().local(one.value.startsAt).date(), one.value.importance, one.value.confidence});
    const bool isAsked
        = std::any_of(points.cbegin(), points.cend(), [](const RulerPoint &point) { return point.importance || point.confidence; });
    m_lines->setPoints(points);
    m_rulers->setVisible(isAsked);
}

void KeyworkPage::addPlanned(const Kept<KeyworkSession> &session)
{
    auto *line = wrappingLine(8);
    line->addWidget(label(breakable(factsOf(session.value)), "strong", true));
    m_planned->body()->addLayout(line);
    if (!m_services.records.mayChange(recordType<KeyworkSession>()))
        return;
    auto *start = button(tr("Start"));
    start->setObjectName(idName(u"startPlanned"_s, session.id));
    connect(start, &QPushButton::clicked, this, [this, session] { open(session); });
    line->addWidget(start);
    const bool hasBegun = session.value.startsAt <= m_services.records.clock().now();
    auto *missed = button(tr("Missed"));
    missed->setObjectName(idName(u"missed"_s, session.id));
    missed->setEnabled(hasBegun);
    connect(
        missed, &QPushButton::clicked, this, [this, session] { end(session, KeyworkOutcome::Missed, {}); }, Qt::QueuedConnection);
    line->addWidget(missed);
    auto *cancelled = button(tr("Cancelled…"));
    cancelled->setObjectName(idName(u"cancelled"_s, session.id));
    line->addWidget(cancelled);
    addCancelling(session, cancelled);
}

void KeyworkPage::addCancelling(const Kept<KeyworkSession> &session, QPushButton *opens)
{
    auto *place = new QWidget;
    auto *line = new FlowLayout(8, place);
    auto *whom = new ChoiceBox;
    whom->setObjectName(idName(u"cancelledBy"_s, session.id));
    for (const KeyworkOutcome outcome : {KeyworkOutcome::CancelledByThem, KeyworkOutcome::CancelledByHouse})
        whom->addItem(words::labelFor(outcome), int(outcome));
    whom->setAccessibleName(tr("How it was cancelled"));
    line->addWidget(titled(tr("How"), whom));
    auto *why = new QLineEdit;
    why->setObjectName(idName(u"cancelledWhy"_s, session.id));
    why->setAccessibleName(tr("Why it was cancelled"));
    why->setMinimumWidth(Theme::scaled(220));
    line->addWidget(titled(tr("Why"), why));
    auto *keep = button(tr("Keep"));
    keep->setObjectName(idName(u"keepCancelled"_s, session.id));
    line->addWidget(keep);
    place->hide();
    m_planned->body()->addWidget(place);
    connect(opens, &QPushButton::clicked, place, [place, why] {
        place->show();
        giveKeys(why);
    });
    const auto done = [this, session, whom, why] { end(session, KeyworkOutcome(whom->currentData().toInt()), why->text()); };
    connect(keep, &QPushButton::clicked, this, done, Qt::QueuedConnection);
    connect(why, &QLineEdit::returnPressed, this, done, Qt::QueuedConnection);
}

void KeyworkPage::end(const Kept<KeyworkSession> &session, KeyworkOutcome outcome, const QString &reason)
{
    const auto ended = m_services.keyworkSessions.end(session.id, outcome, reason);
    if (!ended)
        return m_navigator.refuse(ended.error());
    m_navigator.say(tr("%1. Ctrl+Z takes it back.").arg(words::shortLabelFor(outcome)));
    keepingFocus(this, [this] { reload(); });
}

void KeyworkPage::addLine(const Kept<KeyworkSession> &session)
{
    auto *line = columnsOrRows(8);
    auto *opens = new TextButton(factsOf(session.value)); // in a narrow window it takes more lines
    opens->setObjectName(idName(u"session"_s, session.id));
    connect(opens, &QPushButton::clicked, this, [this, session] { open(session); });
    line->addWidget(opens, 1);
    if (session.value.isHeld()) {
        auto *paper = button(tr("For them, on paper"), "link");
        paper->setObjectName(idName(u"talkedAbout"_s, session.id));
        paper->setAccessibleName(tr("Print what we talked about: %1").arg(factsOf(session.value)));
        connect(paper, &QPushButton::clicked, this, [this, id = session.id] { print(id); });
        QLayout *papers = buttonsOf(line);
        papers->addWidget(paper);
        auto *whole = button(tr("Print it"), "link");
        whole->setObjectName(idName(u"printSession"_s, session.id));
        whole->setAccessibleName(tr("Print the session: %1").arg(factsOf(session.value)));
        whole->setEnabled(mayTakeAlong(m_services));
        connect(whole, &QPushButton::clicked, this,
            [this, id = session.id] { printRecord(m_services, m_navigator, recordType<KeyworkSession>(), id.value); });
        papers->addWidget(whole);
    }
    m_sessions->body()->addLayout(line);
    if (!session.value.reason.trimmed().isEmpty())
        m_sessions->body()->addWidget(label(breakable(session.value.reason), "soft", true));
    m_sessions->body()->addWidget(rule());
}

bool KeyworkPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, m_person,
        {.theirs = {&recordType<KeyworkSession>(), &recordType<HospitalStay>(), &recordType<CustodySpell>(), &recordType<NightsAway>()},
            .anybodys = {&recordType<Staff>()}});
}

void KeyworkPage::showRecord(const RecordRef &record)
{
    const RecordType *type = kindOf(record.kind);
    if (type && record.id > 0 && headOf(*type) == &recordType<KeyworkSession>()) { // a note that was looked for opens its session
        if (const auto part = m_services.records.one(*type, record.id))
            showRecord({QString::fromLatin1(recordType<KeyworkSession>().table), part->row.value(u"session_id"_s).toLongLong()});
        return;
    }
    if (type != &recordType<KeyworkSession>())
        return;
    if (record.id == 0 && m_services.records.mayAdd(recordType<KeyworkSession>()))
        return open({});
    const auto known = m_services.records.one(Id<KeyworkSession>{record.id});
    if (record.id > 0 && known && known->value.personId == m_person)
        open(*known);
}

void KeyworkPage::open(const std::optional<Kept<KeyworkSession>> &known)
{
    makeRoom();
    auto *form = new SessionForm(m_person, known, m_services);
    QVBoxLayout *below = openForm(form, form->editor(), {u"startSession"_s}, Frame::Bare);
    if (known)
        addWithdrawal(below, *known);
    below->addStretch();
    connect(form, &SessionForm::saved, this, &KeyworkPage::formSaved);
    connect(form, &SessionForm::left, this, [this] { closeForm(ListNow::ReadAnew); });
    connect(form, &SessionForm::reviewWanted, this, [this, form](QDate asOf) {
        form->editor()->keepDraftNow();
        RecordRef review{QString::fromLatin1(recordType<SubstanceReview>().table), 0};
        review.start.insert(u"as_on"_s, asOf.toString(Qt::ISODate));
        m_navigator.visit(residentVisit(m_person.value, u"substance-use"_s, review));
    });
    if (!known || known->value.isPlanned())
        form->notes()->goTo(Area::SubstanceUse); // what is typed at once is a note
    else
        giveKeysTo(formPlace(), {u"area-substance_use"_s});
}

void KeyworkPage::print(Id<KeyworkSession> session)
{
    previewPersonsPaper(m_person, print::talkedAbout(m_services, session),
        {.title = tr("What we talked about"),
            .file = u"keywork"_s,
            .holds = {Category::Identity, Category::CarePlan, Category::SubstanceUse},
            .kind = DisclosureKind::KeyworkForThem},
        m_services, m_navigator);
}

} // namespace keywork
