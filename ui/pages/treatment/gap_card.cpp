// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/gap_card.h"

#include "core/domain/staff.h"
#include "core/services/house/attention.h"
#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_prescription.h"
#include "ui/text/words_watch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kShownAheadDays = 7; // house rule: every script of two weeks ends, and most are renewed in its second

constexpr int kLongestRung = 40; // letters on a button

struct WhomToRing {
    QString name;
    QString number;
};

/// The service that prescribes, else the prescriber, else the house's drug service.
WhomToRing whomToRing(const PersonTreatment &treatment)
{
    if (const Kept<Prescription> *script = treatment.script()) {
        const qint64 service = script->value.serviceId.value;
        if (const QString number = treatment.agencyTelephones.value(service); !number.isEmpty())
            return {treatment.agencies.value(service), number};
        if (!script->value.prescriberTelephone.isEmpty())
            return {script->value.prescriber, script->value.prescriberTelephone};
    }
    return {GapCard::tr("the drug service"), treatment.dutyLine};
}

} // namespace

GapCard::GapCard(const Services &services, const Navigator &navigator, QWidget *parent)
    : Card({}, {}, parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(u"gapCard"_s);
    setVisible(false);
}

void GapCard::tell(const PersonTreatment &treatment)
{
    clear();
    const bool isAlarm = treatment.missed.isAlarm();
    const bool isNear = treatment.gap
        && (treatment.gap->warnedFrom <= treatment.today || treatment.today.daysTo(treatment.gap->gap.from) <= kShownAheadDays);
    setProperty("edge", isAlarm ? u"emergency"_s : u"attention"_s);
    style()->unpolish(this); // takes the new look
    style()->polish(this);
    setVisible(isAlarm || isNear);
    if (isAlarm)
        addAlarm(treatment);
    if (isAlarm && isNear)
        body()->addWidget(rule());
    if (isNear)
        addGap(treatment, *treatment.gap);
}

/// The number is put where it can be pasted into a telephone on this PC, and said.
QPushButton *GapCard::ringButton(const PersonTreatment &treatment, const QString &name)
{
    const WhomToRing who = whomToRing(treatment);
    if (who.number.isEmpty())
        return nullptr;
    auto *ring
        = button(literal(tr("Ring %1 %2").arg(words::shortened(who.name, kLongestRung), words::shortened(who.number, kLongestRung))));
    ring->setObjectName(name);
    ring->setToolTip(tr("Copies the number"));
    connect(ring, &QPushButton::clicked, this, [this, number = who.number] {
        QGuiApplication::clipboard()->setText(number);
        m_navigator.say(tr("%1 copied").arg(number));
    });
    return ring;
}

void GapCard::addAlarm(const PersonTreatment &treatment)
{
    auto *line = wrappingLine(8);
    line->addWidget(chip(tr("Emergency"), "emergency"));
    line->addWidget(label(words::missedDoses(treatment.missed), "cardTitle", Theme::isLarge()));
    pushRight(line);
    if (auto *ring = ringButton(treatment, u"ringNow"_s))
        line->addWidget(ring);
    body()->addLayout(line);
    auto *what
        = label(tr("Ring the drug service now: the prescriber must reassess. Don't encourage collecting the usual dose."), "strong", true);
    what->setObjectName(u"missedDoses"_s);
    body()->addWidget(what);
    body()->addWidget(label(words::lastDose(treatment.lastDose, treatment.today) + u'.', "soft", true));
    if (const Kept<Prescription> *script = treatment.script())
        addRung(script->value.personId);
}

/// That a colleague rang about it already, as Today has it, so that nobody rings twice or thinks that nobody did.
void GapCard::addRung(Id<Person> person)
{
    const Clock &clock = m_services.records.clock();
    const auto read = m_services.records.of<WatchCall>("person_id", person);
    const QList<Kept<WatchCall>> calls = read ? *read : QList<Kept<WatchCall>>();
    const Kept<WatchCall> *last = nullptr;
    for (const Kept<WatchCall> &call : calls)
        if (call.value.ruleCode.startsWith(u"doses_missed"_s) && call.value.rungAt >= clock.now().addDays(-kRungShownDays)
            && (!last || last->value.rungAt < call.value.rungAt))
            last = &call;
    if (!last)
        return;
    const auto who = m_services.records.one(Id<Staff>{last->createdBy});
    WatchItem item;
    item.rung = RungAbout{last->id, last->version, last->value.rungAt, last->value.answer, last->value.againAt,
        who ? who->value.name : QString(), last->value.againAt > clock.latest()};
    QLabel *rung = label(breakable(words::watchRung(item, clock)), "", true);
    rung->setObjectName(u"rungAbout"_s);
    body()->addWidget(rung);
}

void GapCard::addGap(const PersonTreatment &treatment, const TreatmentGap &gap)
{
    auto *line = wrappingLine(8);
    const TreatmentCourse *course = treatment.substitute();
    auto *title
        = label(words::gapTitle(gap.gap, course ? words::shortened(course->medicine.toLower(), kLongestRung) : QString(), treatment.today),
            "cardTitle", Theme::isLarge());
    title->setObjectName(u"gapTitle"_s);
    line->addWidget(title);
    line->addWidget(chip(words::gapDays(gap.gap), "attention"));
    pushRight(line);
    if (auto *ring = ringButton(treatment, u"ringService"_s))
        line->addWidget(ring);
    auto *arranged = button(tr("Record what was arranged"), "primary");
    arranged->setObjectName(u"recordArranged"_s);
    arranged->setEnabled(m_services.records.mayAdd(recordType<ScriptConfirmation>()));
    const Kept<Prescription> *script = treatment.script();
    connect(
        arranged, &QPushButton::clicked, this, [this, id = script ? script->id.value : 0] { Q_EMIT arrangedWanted(id); },
        Qt::QueuedConnection);
    line->addWidget(arranged);
    body()->addLayout(line);
    auto *sentence = label(words::gapSentence(gap, treatment), "soft", true);
    sentence->setObjectName(u"gapSentence"_s);
    body()->addWidget(sentence);
}

} // namespace keywork
