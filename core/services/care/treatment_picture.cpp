// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/treatment_picture.h"

#include "core/domain/house.h"
#include "core/rules/treatment_reviews.h"
#include "core/services/care/leaving_reading.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kPrimaryCare = u"primary_care"_s;

/// An open one before one that ended; of open ones the latest to begin, of the others the latest to end.
std::optional<Kept<TreatmentEpisode>> episodeThatCounts(const QList<Kept<TreatmentEpisode>> &episodes)
{
    const auto rank = [](const Kept<TreatmentEpisode> &one) {
        const QDate began = one.value.startedOn.value_or(one.value.firstOn.value_or(one.value.referredOn.value_or(QDate())));
        return std::tuple(one.value.isOpen(), one.value.endedOn.value_or(began), one.id.value);
    };
    const auto found
        = std::max_element(episodes.cbegin(), episodes.cend(), [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return found == episodes.cend() ? std::nullopt : std::optional(*found);
}

void sortParts(QList<Kept<TreatmentPart>> &parts)
{
    const auto key = [](const Kept<TreatmentPart> &part) {
        const int rank = part.value.state == TreatmentState::UnderWay ? 0 : part.value.state == TreatmentState::Considering ? 1 : 2;
        return std::tuple(rank, part.value.since.value_or(QDate()), int(part.value.kind), part.id.value);
    };
    std::sort(parts.begin(), parts.end(), [&key](const auto &a, const auto &b) { return key(a) < key(b); });
}

/// Fills the picture in, a part at a time.
class PictureReading {
public:
    PictureReading(const Records &records, Id<Person> person)
        : m_records(records)
        , m_person(person)
    {
    }

    Result<TreatmentPicture> read()
    {
        for (const auto &step :
            {&PictureReading::episode, &PictureReading::panels, &PictureReading::telling, &PictureReading::leavings, &PictureReading::gate})
            if (Done done = (this->*step)(); !done)
                return done.error();
        return m_picture;
    }

private:
    Done episode()
    {
        const auto episodes = m_records.of<TreatmentEpisode>("person_id", m_person);
        if (!episodes)
            return episodes.error();
        m_picture.episode = episodeThatCounts(*episodes);
        if (!m_picture.episode)
            return {};
        if (const auto agency = m_records.one(m_picture.episode->value.agencyId)) { // may be entered in error since
            m_picture.agency = agency->value.name;
            m_picture.agencyTelephone = agency->value.telephone;
        }
        const auto parts = m_records.of<TreatmentPart>("episode_id", m_picture.episode->id);
        const auto reviews = m_records.of<TreatmentReview>("episode_id", m_picture.episode->id);
        if (!parts || !reviews)
            return parts ? reviews.error() : parts.error();
        m_picture.parts = *parts;
        sortParts(m_picture.parts);
        QList<TreatmentReview> held;
        for (const Kept<TreatmentReview> &review : *reviews)
            held.append(review.value);
        m_picture.nextReview = nextTreatmentReview(m_picture.episode->value, held);
        return {};
    }

    Done panels()
    {
        const auto all = m_records.of<TreatmentPanel>("person_id", m_person);
        if (!all)
            return all.error();
        std::copy_if(all->cbegin(), all->cend(), std::back_inserter(m_picture.panels),
            [](const Kept<TreatmentPanel> &panel) { return panel.value.decision == PanelDecision::Waiting; });
        std::sort(m_picture.panels.begin(), m_picture.panels.end(), [](const Kept<TreatmentPanel> &a, const Kept<TreatmentPanel> &b) {
            return std::pair(a.value.panelOn, a.id.value) < std::pair(b.value.panelOn, b.id.value);
        });
        return {};
    }

    Done telling()
    {
        const auto agreements = m_records.of<TreatmentAgreement>("person_id", m_person);
        if (!agreements)
            return agreements.error();
        for (const Kept<TreatmentAgreement> &agreement : *agreements) {
            if (!agreement.value.holdsOn(m_records.latestDay()))
                continue;
            const auto told = m_records.of<MayBeTold>("agreement_id", agreement.id);
            if (!told)
                return told.error();
            for (const Kept<MayBeTold> &one : *told) {
                const auto agency = one.value.agencyId ? m_records.one(one.value.agencyId) : Result<Kept<Agency>>(Error{});
                m_picture.mayBeTold.append(
                    {one.value, agency ? agency->value.name : QString(), agreement.value.fromOn, agreement.value.how});
            }
        }
        return {};
    }

    Done leavings()
    {
        const auto due = leavingsDueOf(m_records, m_person, m_records.today());
        if (!due)
            return due.error();
        m_picture.leavings = *due;
        return {};
    }

    Done gate()
    {
        const bool isWanted = m_picture.episode && m_picture.episode->value.isOpen();
        if (!isWanted || !m_records.session().may(Act::Read, Category::Health))
            return {};
        const auto person = m_records.one(m_person);
        if (!person)
            return person.error();
        const auto gate = gpGateOf(m_records, person->value);
        if (!gate)
            return gate.error();
        m_picture.gp = *gate;
        return {};
    }

    const Records &m_records;
    const Id<Person> m_person;
    TreatmentPicture m_picture;
};

} // namespace

Result<TreatmentPicture> treatmentPictureOf(const Records &records, Id<Person> person) { return PictureReading(records, person).read(); }

Result<GpGate> gpGateOf(const Records &records, const Person &person)
{
    const auto practices = records.all<Agency>({.filters = {{u"category"_s, Filter::Comparison::Equals, kPrimaryCare}}});
    const auto houses = records.all<House>();
    if (!practices || !houses)
        return practices ? houses.error() : practices.error();
    QList<GpPractice> known;
    for (const Kept<Agency> &one : *practices)
        known.append({one.id.value, one.value.name, one.value.address, one.value.telephone});
    return gpGate(person.gpRegistered.code, person.gpPractice, known, houses->isEmpty() ? QString() : houses->first().value.address);
}

} // namespace keywork
