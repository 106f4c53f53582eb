// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_first_hour.h"
#include "ui/text/say.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

constexpr int kNamedRooms = 40; // of a list that is read, not searched

QString listed(const QStringList &rooms)
{
    return QStringList(rooms.mid(0, kNamedRooms)).join(u", "_s) + (rooms.size() > kNamedRooms ? u" …"_s : QString());
}

} // namespace

QString firstStep(FirstStep step)
{
    switch (step) {
    case FirstStep::Rooms:
        return say(QT_TRANSLATE_NOOP("words", "Residents are taken into a room. Type them all in one line, like 1-12, 14, A1-A4."));
    case FirstStep::Team:
        return say(QT_TRANSLATE_NOOP(
            "words", "Add your colleagues and give each a passphrase for the first sign-in: who did what is written down by name."));
    case FirstStep::Agencies:
        return say(QT_TRANSLATE_NOOP("words", "The drug service, the GP, the council: referrals and agreements to share name them."));
    case FirstStep::SecondPlace:
        return say(QT_TRANSLATE_NOOP(
            "words", "Until now backups lie beside the file, on the same disk. Choose a USB stick or a folder on another machine."));
    case FirstStep::RecoveryKey:
        return say(QT_TRANSLATE_NOOP("words",
            "When every password is forgotten, only this key opens the file. Does the paper lie locked away, outside the office? If it is "
            "lost, make another one under Settings."));
    case FirstStep::Wording:
        return say(QT_TRANSLATE_NOOP(
            "words", "What residents are asked to agree to before anything is shared. Read it, and say it as your house does."));
    case FirstStep::Demonstration:
        return say(QT_TRANSLATE_NOOP(
            "words", "A hostel with forty invented residents, in a file of its own: try anything in it, nothing there is about anybody."));
    }
    return {};
}

QString openFirstStep(FirstStep step)
{
    switch (step) {
    case FirstStep::Rooms:
        return say(QT_TRANSLATE_NOOP("words", "Add rooms"));
    case FirstStep::Team:
        return say(QT_TRANSLATE_NOOP("words", "Open the team"));
    case FirstStep::Agencies:
        return say(QT_TRANSLATE_NOOP("words", "Open the partners"));
    case FirstStep::SecondPlace:
        return say(QT_TRANSLATE_NOOP("words", "Open backups"));
    case FirstStep::RecoveryKey:
        return say(QT_TRANSLATE_NOOP("words", "Open keys"));
    case FirstStep::Wording:
        return say(QT_TRANSLATE_NOOP("words", "Read the wording"));
    case FirstStep::Demonstration:
        return say(QT_TRANSLATE_NOOP("words", "Lock, and try it"));
    }
    return {};
}

QString putFirstStepAway(FirstStep step)
{
    switch (step) {
    case FirstStep::RecoveryKey:
        return say(QT_TRANSLATE_NOOP("words", "It is locked away"));
    case FirstStep::Wording:
        return say(QT_TRANSLATE_NOOP("words", "It is right as it is"));
    case FirstStep::Rooms:
    case FirstStep::Team:
    case FirstStep::Agencies:
    case FirstStep::SecondPlace:
    case FirstStep::Demonstration:
        break;
    }
    return say(QT_TRANSLATE_NOOP("words", "Put away"));
}

QString manyRooms(const ManyRooms &rooms)
{
    QStringList sentences;
    const auto add = [&](const char *sentence, const QStringList &named) {
        if (!named.isEmpty())
            sentences.append(say(sentence).arg(QString::number(named.size()), listed(named)));
    };
    add(QT_TRANSLATE_NOOP("words", "New rooms: %1. %2"), rooms.fresh);
    add(QT_TRANSLATE_NOOP("words", "On file already, left as they are: %1. %2"), rooms.onFile);
    add(QT_TRANSLATE_NOOP("words", "Typed twice, made once: %1. %2"), rooms.typed.twice);
    add(QT_TRANSLATE_NOOP("words", "Can't be read: %1. %2"), rooms.typed.unclear);
    if (rooms.typed.isTooMany)
        sentences.append(
            say(QT_TRANSLATE_NOOP("words", "More than %1 rooms at once: is there a slip in the numbers?")).arg(kMostRoomsAtOnce));
    return sentences.join(u'\n');
}

} // namespace keywork::words
