// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/open_hostel_parts.h"

#include "core/storage/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

OpenHostel::OpenHostel()
    : m_parts(std::make_unique<Parts>())
{
}

OpenHostel::~OpenHostel()
{
    if (m_parts->records)
        Q_UNUSED(bool(m_parts->records->note("locked", {}, 0, 0)));
}

QString OpenHostel::hostelName() const { return m_parts->vault->header().hostelName; }

Done OpenHostel::start(const Clock &clock, HistoryAction how)
{
    Parts &parts = *m_parts;
    if (Done loaded = parts.choices.load(*parts.database); !loaded)
        return loaded;
    if (Done set = setClock(clock); !set)
        return set;
    QObject::connect(&m_notifier, &ChangeNotifier::changed, &m_notifier, [this](const QList<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) { return change.kind == u"house"; }))
            Q_UNUSED(bool(setZone()));
    });
    parts.records = std::make_unique<Records>(*parts.database, parts.choices, *m_session, m_notifier, *parts.clock);
    parts.people = std::make_unique<People>(*parts.records);
    parts.stages = std::make_unique<Stages>(*parts.records);
    parts.plans = std::make_unique<CarePlans>(*parts.records, *parts.people);
    parts.disclosures = std::make_unique<Disclosures>(*parts.records);
    parts.agreements = std::make_unique<Agreements>(*parts.records);
    const Identity16 &vaultId = parts.vault->header().vaultId;
    parts.referrals = std::make_unique<Referrals>(*parts.records, *parts.people, *parts.plans, *parts.stages, *parts.agreements,
        *parts.disclosures, QByteArray(reinterpret_cast<const char *>(vaultId.data()), qsizetype(vaultId.size())));
    parts.finding = std::make_unique<Finding>(*parts.records);
    parts.attention = std::make_unique<Attention>(*parts.records, *parts.people);
    parts.accounts = std::make_unique<Accounts>(*parts.records, *parts.vault);
    parts.photos = std::make_unique<Photos>(*parts.records);
    parts.referralsIn = std::make_unique<ReferralsIn>(*parts.records);
    m_services.reset(new Services{*parts.records, *parts.people, *parts.stages, *parts.plans, *parts.disclosures, *parts.agreements,
        *parts.referrals, *parts.referralsIn, *parts.finding, *parts.attention, *parts.accounts, *parts.photos});
    return parts.records->note(codeOf(how), {}, 0, 0);
}

Done OpenHostel::setClock(const Clock &clock)
{
    if (m_parts->clock)
        return {};
    m_parts->clock = std::make_unique<HouseClock>(clock);
    return setZone();
}

Done OpenHostel::setZone()
{
    const auto houses = Table(*m_parts->database, recordType<House>()).list({});
    if (!houses)
        return houses.error();
    if (houses->isEmpty())
        return {}; // a file in the making
    const QTimeZone zone(houses->first().row.text(u"time_zone"_s).toLatin1());
    if (zone.isValid())
        m_parts->clock->setZone(zone);
    return {};
}

void OpenHostel::checkpointInWorker()
{
    if (!m_parts->checkpointer)
        m_parts->checkpointer = std::make_unique<Checkpointer>(*m_parts->database);
}

Result<QStringList> OpenHostel::problems() const { return m_parts->database->problems(); }

} // namespace keywork
