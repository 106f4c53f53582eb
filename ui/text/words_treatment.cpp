// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_treatment.h"

#include "ui/text/say.h"
#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

QString howFarItIs(const TreatmentEpisode &episode)
{
    if (episode.endedOn)
        return say("ended %1, %2").arg(date(*episode.endedOn), episode.howEnded ? labelFor(*episode.howEnded).toLower() : QString());
    if (episode.startedOn)
        return say("since %1").arg(date(*episode.startedOn));
    if (episode.firstOn)
        return say("first appointment %1").arg(date(*episode.firstOn));
    return episode.referredOn ? say("referred %1, not started").arg(date(*episode.referredOn)) : say("not started");
}

QString oneOfThePractices(const GpPractice &practice)
{
    QStringList parts{practice.name};
    if (!practice.address.isEmpty())
        parts.append(practice.address.simplified());
    if (!practice.telephone.isEmpty())
        parts.append(practice.telephone);
    return parts.join(u", "_s);
}

QString whatTheGateSays(GpGateState state)
{
    switch (state) {
    case GpGateState::Open:
        return {};
    case GpGateState::NotRegistered:
        return say("Not registered with a local GP. Specialist treatment needs that: register first, or at the same time.");
    case GpGateState::NotKnown:
        return say("Nobody has said whether they are registered with a local GP. Specialist treatment needs that.");
    case GpGateState::WhichPractice:
        return say("Registered with a local GP, and no practice is named. The treatment service will ask which one.");
    }
    return {};
}

} // namespace

QString episodeSoft(const TreatmentPicture &picture)
{
    if (!picture.episode)
        return {};
    const TreatmentEpisode &episode = picture.episode->value;
    const QString far = howFarItIs(episode);
    return episode.keyworkerThere.isEmpty() ? far : say("%1 · keyworker %2").arg(far, episode.keyworkerThere);
}

QString whoMayBeTold(const TellingLine &line)
{
    switch (line.told.who) {
    case ToldWho::Somebody:
        return line.told.relation.isEmpty() ? line.told.name : say("%1 (%2)").arg(line.told.name, line.told.relation);
    case ToldWho::AnAgency:
        return line.agency;
    case ToldWho::ThisHouse:
        return say("their keyworker here");
    }
    return {};
}

QString mayBeToldSentence(const QList<TellingLine> &lines)
{
    if (lines.isEmpty())
        return say("Nobody is named yet who may be told about treatment.");
    QStringList told;
    for (const TellingLine &line : lines)
        told.append(say("%1 (from %2, %3)").arg(whoMayBeTold(line), date(line.fromOn), labelFor(line.how).toLower()));
    return say("May be told about treatment: %1.").arg(told.join(u", "_s));
}

QString leavingSentence(const LeavingDue &due)
{
    const QString from = labelFor(due.about.from).toLower();
    return due.need == LeavingNeed::Ask
        ? say("Out of %1 %2: ask about tolerance, naloxone to hand, and where to next.").arg(from, date(due.about.leaves))
        : say("%1, %2: no plan for housing afterwards yet.").arg(labelFor(due.about.from), date(due.about.leaves));
}

QString gpNearest(const GpGate &gate)
{
    QStringList practices;
    for (const GpPractice &practice : gate.nearest)
        practices.append(oneOfThePractices(practice));
    return practices.isEmpty() ? say("No practice is in the directory yet.") : say("In the directory: %1.").arg(practices.join(u"; "_s));
}

QString gpWarning(const GpGate &gate)
{
    const QString said = whatTheGateSays(gate.state);
    return said.isEmpty() ? said : said + u' ' + gpNearest(gate);
}

QString gpSource() { return say("Homeless Link 2019, “Working with people who use drugs”. Check with the service."); }

} // namespace keywork::words
