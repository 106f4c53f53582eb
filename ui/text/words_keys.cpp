// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_keys.h"
#include "ui/text/say.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// A sentence of the card and whose it is; the matrix of rights decides, so that no card promises what is refused.
struct Said {
    const char *when = nullptr;
    const char *says = "";
    std::optional<NeedsRight> needs = {};
    std::optional<NeedsRight> unless = {}; ///< who has this right has another sentence instead
};

QList<CardLine> linesFor(Role role, const QList<Said> &all)
{
    const auto has = [role](const NeedsRight &right) { return may(role, right.act, right.category); };
    QList<CardLine> lines;
    for (const Said &one : all)
        if ((!one.needs || has(*one.needs)) && !(one.unless && has(*one.unless)))
            lines.append({one.when ? say(one.when) : QString(), say(one.says)});
    return lines;
}

constexpr NeedsRight kReadResidents{Act::Read, Category::Identity};
constexpr NeedsRight kReadHealth{Act::Read, Category::Health};
constexpr NeedsRight kReadPlans{Act::Read, Category::CarePlan};
constexpr NeedsRight kWriteResidents{Act::Write, Category::Identity};
constexpr NeedsRight kWritePlans{Act::Write, Category::CarePlan};
constexpr NeedsRight kRecordRisk{Act::Record, Category::Risk};
constexpr NeedsRight kRecordTreatment{Act::Record, Category::Treatment};
constexpr NeedsRight kRecordHouse{Act::Record, Category::House};
constexpr NeedsRight kShare{Act::Share, Category::Identity};
constexpr NeedsRight kReadHouse{Act::Read, Category::House};
constexpr NeedsRight kManage{Act::Manage, Category::House};
constexpr NeedsRight kReadHistory{Act::ReadHistory, Category::House};

} // namespace

QList<KeyHelp> keysEverywhere()
{
    return {{u"Ctrl+K"_s, say(QT_TRANSLATE_NOOP("words", "Find a resident, note or action")), kReadResidents},
        {u"Ctrl+N"_s, say(QT_TRANSLATE_NOOP("words", "New resident")), kWriteResidents},
        {u"Ctrl+T"_s, say(QT_TRANSLATE_NOOP("words", "Take in tonight, with a few words")), kWriteResidents},
        {u"Ctrl+M"_s, say(QT_TRANSLATE_NOOP("words", "At a resident: add an alert, a stage, an appointment and more")), kRecordRisk},
        {u"Ctrl+I"_s, say(QT_TRANSLATE_NOOP("words", "Log an incident")), kRecordRisk},
        {u"Ctrl+G"_s, say(QT_TRANSLATE_NOOP("words", "Give supplies: needles and what else is handed out")), kRecordRisk},
        {u"Ctrl+Shift+A"_s, say(QT_TRANSLATE_NOOP("words", "Appointments of the week")), kRecordTreatment},
        {u"Ctrl+S"_s, say(QT_TRANSLATE_NOOP("words", "Save the form")), kReadResidents},
        {u"Ctrl+P"_s, say(QT_TRANSLATE_NOOP("words", "Print what the preview shows")), {}, false},
        {u"Ctrl+Z"_s, say(QT_TRANSLATE_NOOP("words", "Undo typing; outside a field, the last save")), kReadResidents},
        {u"Ctrl+J"_s, say(QT_TRANSLATE_NOOP("words", "At a resident: all tabs in one list, each with a letter")), kReadResidents, false},
        {u"Ctrl+Tab, Ctrl+Shift+Tab"_s, say(QT_TRANSLATE_NOOP("words", "At a resident: the next tab, the one before")), kReadResidents},
        {u"Alt+Left, Alt+Right"_s, say(QT_TRANSLATE_NOOP("words", "Back and forward"))},
        {u"F12"_s, say(QT_TRANSLATE_NOOP("words", "Overdose — act now, also locked or covered"))},
        {u"Ctrl+L"_s, say(QT_TRANSLATE_NOOP("words", "Lock"))},
        {u"Ctrl+Shift+L"_s, say(QT_TRANSLATE_NOOP("words", "Lock for the next person to sign in"))},
        {u"F9"_s, say(QT_TRANSLATE_NOOP("words", "Roll call in a fire or a drill, from anywhere")), kRecordHouse, false},
        {u"F11"_s, say(QT_TRANSLATE_NOOP("words", "Cover the screen, and uncover it"))},
        {u"Ctrl++, Ctrl+-, Ctrl+0"_s, say(QT_TRANSLATE_NOOP("words", "Text larger, smaller, as it was"))},
        {u"Ctrl+D"_s, say(QT_TRANSLATE_NOOP("words", "Light, dark, high contrast")), {}, false},
        {u"F10"_s, say(QT_TRANSLATE_NOOP("words", "Colours and text size, as a menu")), {}, false},
        {u"F1"_s, say(QT_TRANSLATE_NOOP("words", "Guidance for where you are; Escape goes back")), kReadHouse},
        {u"Ctrl+?"_s, say(QT_TRANSLATE_NOOP("words", "These keys")), {}, false}};
}

QList<KeyHelp> keysInForms()
{
    return {{u"Tab, Shift+Tab"_s, say(QT_TRANSLATE_NOOP("words", "To the next field, to the one before")), {}, false},
        {u"F2"_s, say(QT_TRANSLATE_NOOP("words", "No answer: not asked, does not know, prefers not to say")), kWriteResidents},
        {u"Ctrl+Shift+N"_s, say(QT_TRANSLATE_NOOP("words", "One more in the form: somebody in an incident, a step in a plan")), kRecordRisk,
            false},
        {u"Ctrl+Shift+S"_s, say(QT_TRANSLATE_NOOP("words", "Save, and add another to the list")), kRecordRisk, false},
        {u"Alt+letter"_s, say(QT_TRANSLATE_NOOP("words", "The button with this letter underlined")), {}, false},
        {u"Enter"_s, say(QT_TRANSLATE_NOOP("words", "Open the chosen line"))},
        {u"Space"_s, say(QT_TRANSLATE_NOOP("words", "Look at the chosen line below the list, and close it again"))},
        {u"Ctrl+Down, Ctrl+Up"_s, say(QT_TRANSLATE_NOOP("words", "What stands below the list is longer than its room: read on, and back")),
            {}, false},
        {u"14/9, today, +2w, next tue"_s, say(QT_TRANSLATE_NOOP("words", "Dates as people type them")), kRecordRisk},
        {u"Enter, Ctrl+Enter"_s, say(QT_TRANSLATE_NOOP("words", "In an assessment: the next question, also from words on several lines")),
            kWritePlans, false},
        {u"Ctrl+PgUp, Ctrl+PgDn"_s, say(QT_TRANSLATE_NOOP("words", "In an assessment: another section")), kWritePlans, false},
        {u"0 … 9, arrows, Delete"_s, say(QT_TRANSLATE_NOOP("words", "On a scale; 1 and then 0 is 10")), kWritePlans, false},
        {u"K, L, M, C"_s, say(QT_TRANSLATE_NOOP("words", "On an appointment: kept, late, missed, cancelled")), kRecordTreatment},
        {u"Esc"_s, say(QT_TRANSLATE_NOOP("words", "Close what hangs open; leave a form, what was typed waits"))}};
}

QList<CardLine> whatTheyDo(Role role)
{
    return linesFor(role,
        {{nullptr,
             QT_TRANSLATE_NOOP(
                 "words", "Start on Today: what needs attention stands there, most pressing first, and each line leads to its place."),
             kReadResidents},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Look somebody up with Ctrl+K: a name, a nickname, half a name will do. What your role does not read is left out."),
                kReadResidents},
            {nullptr, QT_TRANSLATE_NOOP("words", "Log what you saw with Ctrl+I. Near misses count too, and nobody is blamed for one."),
                kRecordRisk},
            {nullptr, QT_TRANSLATE_NOOP("words", "Say on Today how appointments went: kept, late, missed or cancelled."), kRecordTreatment},
            {nullptr, QT_TRANSLATE_NOOP("words", "Take residents in with Ctrl+N, and keep their stays, contacts and alerts up to date."),
                kWriteResidents},
            {nullptr,
                QT_TRANSLATE_NOOP("words", "Read the care plan before a talk: what they want in their own words, who does what, by when."),
                kReadPlans, kWritePlans},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Write the plan with the resident beside you. It counts once it was printed, handed over or shown to them; then ask "
                    "for their sign-off."),
                kWritePlans},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Share only under Sharing in a resident's record: it shows what was agreed with whom, and keeps a log of what left."),
                kShare},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Under Team you say who can sign in; under Settings you look after backups, the wording of agreements and how long "
                    "records are kept."),
                kManage},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Today tells you what was shared without agreement and which restricted record was opened: look at each within a day."),
                kManage},
            {nullptr,
                QT_TRANSLATE_NOOP("words",
                    "Under Audit you read who did what and when, check that no entry was changed, and print the control numbers that prove "
                    "it."),
                kReadHistory}});
}

QList<CardLine> whenItHappens(Role role)
{
    return linesFor(role,
        {{QT_TRANSLATE_NOOP("words", "Somebody is in danger"),
             QT_TRANSLATE_NOOP("words", "Ring 999 first. What happened can be written down afterwards.")},
            {QT_TRANSLATE_NOOP("words", "An ambulance is on its way"),
                QT_TRANSLATE_NOOP("words", "Open the resident and print the emergency sheet: one page for the crew."), kReadHealth},
            {QT_TRANSLATE_NOOP("words", "The fire alarm goes"),
                QT_TRANSLATE_NOOP("words", "F9: who is in the building, and who needs help first. Print it, or tick on the screen."),
                kRecordHouse, kManage}, // a manager's card has no room for it
            {QT_TRANSLATE_NOOP("words", "You leave the desk"),
                QT_TRANSLATE_NOOP("words", "F11 covers the screen, Ctrl+L locks it. What you typed is kept.")},
            {QT_TRANSLATE_NOOP("words", "Somebody takes over the PC"),
                QT_TRANSLATE_NOOP("words", "Ctrl+Shift+L: they sign in with their own name, so that it is known who wrote what.")},
            {QT_TRANSLATE_NOOP("words", "You saved something wrong"),
                QT_TRANSLATE_NOOP("words", "Ctrl+Z straight away. Later: open it, “Entered in error…”, and say why. Nothing is wiped out."),
                kWriteResidents},
            {QT_TRANSLATE_NOOP("words", "The PC stopped while you typed"),
                QT_TRANSLATE_NOOP("words", "Sign in again: it stands on Today as “Not saved”."), kReadResidents},
            {QT_TRANSLATE_NOOP("words", "A record is restricted"),
                QT_TRANSLATE_NOOP("words", "If somebody's safety needs it, open it with a reason. A manager is told, and looks at it."),
                kReadHealth, kManage},
            {QT_TRANSLATE_NOOP("words", "Somebody rings and asks about a resident"),
                QT_TRANSLATE_NOOP("words",
                    "What was agreed with whom stands under Sharing in their record. Without an agreement nothing is shared, not even that "
                    "they live here."),
                kShare},
            {QT_TRANSLATE_NOOP("words", "Somebody rings and asks about a resident"),
                QT_TRANSLATE_NOOP("words", "Your role is not shown what was agreed: say nothing, not even that they live here."),
                kReadResidents, kShare},
            {QT_TRANSLATE_NOOP("words", "You forgot your password"),
                QT_TRANSLATE_NOOP(
                    "words", "Ask a manager for a passphrase. At the next sign-in you choose a password that they don't know."),
                {}, kManage},
            {QT_TRANSLATE_NOOP("words", "You forgot your password"),
                QT_TRANSLATE_NOOP(
                    "words", "Another manager gives you a passphrase; else “I forgot my password” and the recovery key from the safe."),
                kManage},
            {QT_TRANSLATE_NOOP("words", "The file is said to be damaged"),
                QT_TRANSLATE_NOOP("words", "Under Settings, Backups: restore the last good backup. What it would lose is shown first."),
                kManage},
            {QT_TRANSLATE_NOOP("words", "The file is said to be damaged"),
                QT_TRANSLATE_NOOP("words", "Tell a manager. The sign-in offers the newest good backup to look at meanwhile."), {},
                kManage}});
}

} // namespace keywork::words
