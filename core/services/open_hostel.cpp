// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/open_hostel_parts.h"

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
    parts.records = std::make_unique<Records>(*parts.database, parts.choices, *m_session, m_notifier, clock);
    parts.people = std::make_unique<People>(*parts.records);
    parts.stages = std::make_unique<Stages>(*parts.records);
    parts.plans = std::make_unique<CarePlans>(*parts.records, *parts.people);
    parts.sharing = std::make_unique<Sharing>(*parts.records, *parts.people, *parts.plans, *parts.stages);
    parts.finding = std::make_unique<Finding>(*parts.records);
    parts.attention = std::make_unique<Attention>(*parts.records, *parts.people);
    parts.accounts = std::make_unique<Accounts>(*parts.records, *parts.vault);
    parts.photos = std::make_unique<Photos>(*parts.records);
    m_services.reset(new Services{*parts.records, *parts.people, *parts.stages, *parts.plans, *parts.sharing, *parts.finding,
        *parts.attention, *parts.accounts, *parts.photos});
    return parts.records->note(codeOf(how), {}, 0, 0);
}

void OpenHostel::checkpointInWorker() { m_parts->checkpointer = std::make_unique<Checkpointer>(*m_parts->database); }

Result<QStringList> OpenHostel::problems() const { return m_parts->database->problems(); }

} // namespace keywork
