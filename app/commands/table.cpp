// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "core/domain/kinds.h"
#include "core/domain/referral.h"
#include "core/domain/staff.h"
#include "core/services/house/guidance.h"
#include "core/services/sharing/agreements.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using Shell = Placeholder::Shell;

QStringList kindWords() { return tableNames(allKinds()); }

QStringList roleWords()
{
    QStringList words;
    for (const Role role : allOf<Role>())
        words.append(QString::fromLatin1(codeOf(role)));
    return words;
}

QStringList guidanceWords()
{
    QStringList words;
    for (const GuidancePage &page : shippedGuidance())
        words.append(page.key);
    return words;
}

QStringList groundWords()
{
    QStringList words;
    for (const LawfulGround ground : allOf<LawfulGround>())
        words.append(QString::fromLatin1(codeOf(ground)));
    return words;
}

QStringList sectionWords()
{
    QStringList words;
    for (const Category category : Agreements::offered())
        words.append(QString::fromLatin1(codeOf(category)));
    return words;
}

} // namespace

const QList<Command> &allCommands()
{
    static const Placeholder file{"FILE", Shell::Files};
    static const Placeholder newFile{"NEWFILE", Shell::Files};
    static const Placeholder folder{"DIR", Shell::Folders};
    static const Placeholder secret{"PATH|-", Shell::Files};
    static const Placeholder day{"YYYY-MM-DD"};
    static const Placeholder number{"P-0001"};
    static const Placeholder words{"\"…\""};
    static const Placeholder count{"N"};
    static const CommandOption user{"user", Placeholder{"NAME"}, true};
    static const CommandOption password{"password-file", secret, true};
    static const CommandOption csv{"csv"};
    static const CommandOption progress{"progress"};
    static const CommandOption person{"person", number, true};
    static const QList<CommandOption> anyKey{
        {"user", Placeholder{"NAME"}}, {"password-file", secret}, {"recovery-key-file", secret}, {"passphrase-file", secret}};
    static const QList<Command> commands{
        {"demo", {file},
            {{"people", count}, {"years", count}, {"beds", count}, {"seed", Placeholder{"S"}}, {"end", day}, {"password-file", secret},
                progress},
            runDemo},
        {"people", {file}, {user, password, {"group", Placeholder{"here|expected|left|all"}}, csv}, runPeople},
        {"timeline", {file}, {user, password, person, {"from", day}, {"until", day}, csv}, runTimeline},
        {"coverage", {file}, {user, password, person, {"from", day, true}, {"until", day, true}, csv}, runCoverage},
        {"occupancy", {file}, {user, password, {"from", day, true}, {"until", day, true}, csv}, runOccupancy},
        {"recall", {file, {"BATCH"}}, {user, password, csv}, runRecall},
        {"list", {file, {"KIND", Shell::Nothing, kindWords}}, {user, password, csv}, runList, 1},
        {"find", {file, {"WORDS"}}, {user, password, csv}, runFind},
        {"today", {file}, {user, password, {"on", day}, csv}, runToday},
        {"print", {{"care-plan|summary|emergency-sheet|incident|drug-alert|act-now-card|guidance"}, file},
            {user, password, {"person", number}, {"number", Placeholder{"I-0001"}}, {"without-names"}, {"without-details"},
                {"page", Placeholder{"KEY", Shell::Nothing, guidanceWords}}, {"as", Placeholder{"page|poster|leaflet"}},
                {"out", Placeholder{"X.pdf", Shell::Files}, true}, {"overwrite"}, {"discreet"}, {"large-print"}},
            runPrint},
        {"quick-card", {{"ROLE", Shell::Nothing, roleWords}}, {{"out", Placeholder{"X.pdf", Shell::Files}, true}, {"overwrite"}},
            runQuickCard},
        {"roll-call", {file}, {user, password, {"out", Placeholder{"X.pdf", Shell::Files}, true}, {"overwrite"}}, runRollCall},
        {"refer", {file},
            {user, password, person, {"agency", Placeholder{"NAME|#NUMBER"}, true},
                {"sections", Placeholder{"identity,care_plan", Shell::Nothing, sectionWords}, true}, {"reason", words, true},
                {"out", folder, true}, {"format", Placeholder{"pdf|protected|fhir|all"}}, {"passphrase-file", secret},
                {"lawful-reason", Placeholder{"KIND", Shell::Nothing, groundWords}}, {"because", words}},
            runRefer},
        {"consent", {file}, {user, password, {"person", number}, {"list"}, csv}, runConsent},
        {"disclosures", {file}, {user, password, {"person", number}, csv}, runDisclosures},
        {"backup", {file, folder}, {user, password, {"leaving"}, {"passphrase-file", secret}, progress}, runBackup},
        {"restore", {{"BACKUP", Shell::Files}, newFile}, anyKey + QList<CommandOption>{{"erased-from", file}, {"dry-run"}, progress},
            runRestore},
        {"rescue", {{"DAMAGED", Shell::Files}, newFile}, anyKey + QList<CommandOption>{progress}, runRescue},
        {"check", {file}, {user, password, {"deep"}, progress}, runCheck},
        {"audit", {{"verify"}, file}, {user, password, {"seal", Placeholder{"\"NUMBER DIGITS\""}}, progress}, runAudit},
    };
    return commands;
}

const Command *commandNamed(const QString &name)
{
    for (const Command &command : allCommands())
        if (name == QLatin1String(command.name))
            return &command;
    return nullptr;
}

} // namespace keywork
