// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/hostel_file.h"
#include "core/storage/checkpointer.h"
#include "core/storage/choice_store.h"
#include "core/storage/database.h"
#include "core/vault/vault_file.h"

#include <QFileInfo>

namespace keywork {

/// In the order in which they are made; taken down the other way round.
struct OpenHostel::Parts {
    std::unique_ptr<VaultFile> vault; // goes last: SQLite needs the keys until it is closed
    std::unique_ptr<Database> database;
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<HouseClock> clock;
    ChoiceStore choices;
    std::unique_ptr<Records> records;
    std::unique_ptr<People> people;
    std::unique_ptr<Offers> offers;
    std::unique_ptr<Stages> stages;
    std::unique_ptr<CarePlans> plans;
    std::unique_ptr<Disclosures> disclosures;
    std::unique_ptr<Agreements> agreements;
    std::unique_ptr<Referrals> referrals;
    std::unique_ptr<ReferralsIn> referralsIn;
    std::unique_ptr<Finding> finding;
    std::unique_ptr<Attention> attention;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Photos> photos;
    std::unique_ptr<Restrictions> restrictions;
    std::unique_ptr<EarlierVersions> earlierVersions;
    std::unique_ptr<Backups> backups;
    std::unique_ptr<Audit> audit;
    std::unique_ptr<Retention> retention;
    std::unique_ptr<Families> families;
    std::unique_ptr<Timeline> timeline;
    std::unique_ptr<Appointments> appointments;
    QString filePath;
    SeenHeads seen;
};

inline Result<std::unique_ptr<Database>> openMain(const QString &path, const VaultFile &vault, Expect expected)
{
    return Database::open(QFileInfo(path).absoluteFilePath(), Protection::Vault, vault.historyKey(), expected);
}

/// Migrates, then adds choices that this version ships and the file does not have yet.
Done bringUpToDate(Database &database, ChoiceStore &choices);

} // namespace keywork
