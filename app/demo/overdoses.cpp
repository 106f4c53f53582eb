// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/naloxone_kit.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

/// Days before the demonstration's end, the earliest first; the last one is still to be written up.
constexpr std::array kOverdoseDaysBefore{150, 61, 2};
constexpr int kWrittenDownSeconds = 50 * 60; // the event stands in the agenda this long after the first press

/// As it stands in resources/demo/overdoses.json.
class ToldOverdose {
public:
    ToldOverdose(DemoHouse &house, DemoRandom &random, const QJsonObject &text)
        : m_house(house)
        , m_text(text)
        , m_emergency(pressId(random))
        , m_random(random)
        , m_began(house.clock.now().addSecs(-kWrittenDownSeconds))
        , m_by(house.someone(random).id.value)
    {
    }

    Done happens()
    {
        const auto kit = kitAtHand();
        if (!kit)
            return kit.error();
        QList<Press> presses;
        for (const QJsonValue &step : m_text[u"steps"_s].toArray())
            presses.append(pressed(step.toArray(), *kit));
        Press looks = next(Press::What::Looks);
        looks.looksLike = *fromCode<LooksLike>(m_text[u"looks_like"_s].toString());
        Press signs = next(Press::What::Signs);
        signs.signs = m_text[u"signs"_s].toString();
        signs.substances = m_text[u"substances"_s].toString();
        Press who = next(Press::What::Who);
        if (!m_house.present.isEmpty())
            who.who = {ActNowWho::Kind::Resident, m_random.pick(m_house.present)->id, {}};
        Press end = next(Press::What::End);
        end.outcome = *fromCode<OverdoseOutcome>(m_text[u"outcome"_s].toString());
        end.step.happenedAt = m_last;
        presses += {looks, signs, who, end};
        if (Done kept = m_house.services.emergencySteps.keep(presses); !kept)
            return kept;
        return m_text[u"what_happened"_s].toString().isEmpty() ? Done() : writtenUp();
    }

private:
    /// The same for the same wish, as everything in the demonstration.
    static QString pressId(DemoRandom &random)
    {
        QString id;
        for (int i = 0; i < 32; ++i)
            id += QString::number(random.upTo(16), 16);
        return id;
    }

    Result<qint64> kitAtHand() const
    {
        const auto kits = m_house.services.records.all<NaloxoneKit>({.orderBy = u"number"_s});
        if (!kits)
            return kits.error();
        for (const Kept<NaloxoneKit> &kit : *kits) // all three were answered with a spray
            if (kit.value.state == KitState::Ready && kit.value.kind == NaloxoneKind::Spray)
                return kit.id.value;
        return qint64(0);
    }

    Press next(Press::What what)
    {
        Press press;
        press.id = pressId(m_random);
        press.emergency = m_emergency;
        press.what = what;
        press.startedAt = m_began;
        press.clockSaid = m_last.isValid() ? m_last : m_began;
        press.order = ++m_order;
        press.by = m_by;
        return press;
    }

    /// Seconds since the start, the step, by whom, words.
    Press pressed(const QJsonArray &told, qint64 kit)
    {
        m_last = m_began.addSecs(told.at(0).toInt());
        Press press = next(Press::What::Step);
        press.step.step = *fromCode<OverdoseStepKind>(told.at(1).toString());
        press.step.happenedAt = m_last;
        press.step.elapsedMs = m_began.msecsTo(m_last);
        press.step.byWhom = told.at(2).toString();
        press.step.words = told.at(3).toString();
        if (press.step.step == OverdoseStepKind::NaloxoneGiven) {
            press.step.kitId = {kit};
            press.step.route = NaloxoneRoute::Nasal;
        }
        return press;
    }

    Done writtenUp() const
    {
        Records &records = m_house.services.records;
        const auto found = m_house.services.emergencySteps.of(m_emergency);
        if (!found)
            return found.error();
        auto incident = records.one(found->incident);
        auto overdose = records.one(found->record);
        if (!incident || !overdose)
            return incident ? overdose.error() : incident.error();
        incident->value.place = m_text[u"place"_s].toString();
        incident->value.whatHappened = m_text[u"what_happened"_s].toString();
        incident->value.whatWasDone = m_text[u"what_was_done"_s].toString();
        overdose->value.meant = *fromCode<OverdoseMeant>(m_text[u"meant"_s].toString());
        overdose->value.state = OverdoseState::WrittenUp;
        if (const auto kept = records.amend(*incident); !kept)
            return kept.error();
        return onlyDone(records.amend(*overdose));
    }

    DemoHouse &m_house;
    const QJsonObject m_text;
    const QString m_emergency;
    DemoRandom &m_random;
    const QDateTime m_began;
    const qint64 m_by;
    QDateTime m_last;
    qint64 m_order = 0;
};

} // namespace

/// Three times "Overdose — act now" was used, each with its timeline.
Done overdoses(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const QJsonArray told = house.list(u"overdoses");
    for (size_t i = 0; i < kOverdoseDaysBefore.size(); ++i) {
        if (day.date.addDays(kOverdoseDaysBefore[i]) != house.wish.end)
            continue;
        const QJsonObject text = told.at(qsizetype(i)).toObject();
        day.at(14 + int(i), [&house, &random, text] { return ToldOverdose(house, random, text).happens(); });
    }
    return {};
}

} // namespace keywork::demo
