// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_errors.h"

#include "core/base/text.h"
#include "ui/text/words.h"

#include "core/domain/file_finding.h"
#include "core/domain/kinds.h"
#include "ui/text/say.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// Why something can't be done now, by the reason that core gives.
QString notAllowed(NotNow why)
{
    switch (why) {
    case NotNow::StaysAsItIs:
        break;
    case NotNow::BackupRuns:
        return say(QT_TRANSLATE_NOOP("words", "A backup is being made at this moment. Please try again when it is done."));
    case NotNow::NewRecoveryKeyFirst:
        return say(QT_TRANSLATE_NOOP(
            "words", "The recovery key on paper is from an earlier version and would be lost. Please make another recovery key first."));
    case NotNow::PlanIssued:
        return say(QT_TRANSLATE_NOOP("words", "This version of the plan was issued and stays as it is. Please write the next version."));
    case NotNow::PlanIssuedAlready:
        return say(QT_TRANSLATE_NOOP("words", "This version of the plan was issued already."));
    case NotNow::PlanIsDraft:
        return say(QT_TRANSLATE_NOOP("words", "This version of the plan is a draft: it can be signed once it is issued."));
    case NotNow::OtherPaperSigned:
        return say(QT_TRANSLATE_NOOP("words", "The paper that was signed is another version than this one."));
    case NotNow::OnHold:
        return say(QT_TRANSLATE_NOOP("words", "This record must not be erased yet: why stands in it, under “Do not erase yet”."));
    case NotNow::LivesHere:
        return say(QT_TRANSLATE_NOOP("words", "This person lives here or is expected: the record is needed and can't be erased."));
    case NotNow::Decided:
        return say(QT_TRANSLATE_NOOP("words", "This was decided already."));
    case NotNow::CorrectedAlready:
        return say(QT_TRANSLATE_NOOP("words", "This entry was corrected already. Please correct the newer one."));
    case NotNow::SomebodySignedIn:
        return say(QT_TRANSLATE_NOOP("words", "Somebody is still signed in. Nothing was changed."));
    case NotNow::NotClosedInFull:
        return say(QT_TRANSLATE_NOOP("words", "The file was not closed in full. Please sign in once more, lock, and try again."));
    case NotNow::SealedMeanwhile:
        return say(QT_TRANSLATE_NOOP("words",
            "Something was sealed for this file since it was closed, such as an emergency step or a wrong password. It could not be read "
            "after this. Please sign in once more, so that it joins, and try again."));
    case NotNow::CannotBeUndone:
        return say(QT_TRANSLATE_NOOP("words", "This can't be taken back: it left, was signed, or gives somebody a way in."));
    case NotNow::HasWorkedHere:
        return say(QT_TRANSLATE_NOOP("words", "This member of the team has worked with the file: please give the day they left instead."));
    case NotNow::LeftTheTeam:
        return say(QT_TRANSLATE_NOOP("words", "This member of the team has left and gets no password."));
    case NotNow::PasswordFirst:
        return say(QT_TRANSLATE_NOOP("words", "You signed in with the recovery key: please set a password first."));
    case NotNow::OwnAccess:
        return say(QT_TRANSLATE_NOOP("words", "Your own way in can't be taken away by yourself: another manager can do it."));
    case NotNow::LastWayIn:
        return say(QT_TRANSLATE_NOOP("words", "This is the last password that opens the file: it can't be taken away."));
    case NotNow::OwnFile:
        return say(QT_TRANSLATE_NOOP("words", "This is the hostel's own file. Please choose another name."));
    case NotNow::HostelsFile:
        return say(QT_TRANSLATE_NOOP("words", "This is a hostel's file or a backup. It was not changed; please choose another name."));
    case NotNow::NoPlainFile:
        return say(QT_TRANSLATE_NOOP("words", "This is no ordinary file of its own. It was not changed; please choose another name."));
    case NotNow::AgreementNotSaved:
        return say(QT_TRANSLATE_NOOP("words",
            "What they last said about sharing could not be saved, so nothing leaves on an earlier agreement. Save what they said "
            "once there is room, or share for a lawful reason."));
    case NotNow::ReferralSent:
        return say(QT_TRANSLATE_NOOP("words", "This referral was sent, or was never sent: it can't be changed this way."));
    case NotNow::OpenAlready:
        return say(QT_TRANSLATE_NOOP("words", "This record is open to you already."));
    case NotNow::ForeignJournal:
        return say(QT_TRANSLATE_NOOP("words",
            "Beside this file lies the journal of a newer one (its name ends in “-wal”), left when a program was cut off. Together they "
            "would not be whole. Nothing was changed. If this file was put back on purpose, please move that journal elsewhere; else put "
            "the newer file back beside its journal."));
    case NotNow::DamagedJournal:
        return say(QT_TRANSLATE_NOOP("words",
            "The journal beside this file (its name ends in “-wal”), left when a program was cut off, is damaged. The file without it is "
            "whole; together they would not be. Nothing was changed. Please move the journal elsewhere and keep it, then sign in: on the "
            "PC "
            "that was used, saves that are missing are counted then. The disk may be failing: please make a backup first of all."));
    case NotNow::EnteredInError:
        return say(QT_TRANSLATE_NOOP(
            "words", "This was marked as entered in error meanwhile. Nothing was saved over it; please add it anew if it holds."));
    case NotNow::Emergency:
        return say(QT_TRANSLATE_NOOP("words", "This is about an emergency: it stays on Today until it is dealt with."));
    case NotNow::NoEmergency:
        return say(QT_TRANSLATE_NOOP("words", "This is no emergency: open it, or put it off to another day."));
    case NotNow::SamePerson:
        return say(QT_TRANSLATE_NOOP("words", "These are one record already."));
    case NotNow::SaidToBeTwo:
        return say(QT_TRANSLATE_NOOP(
            "words", "Somebody wrote down that these are two people. Mark that as entered in error first, if it is not so."));
    case NotNow::ErasureWaits:
        return say(QT_TRANSLATE_NOOP("words", "One of these two is proposed to be erased. Please decide about that first."));
    case NotNow::RestrictedStays:
        return say(QT_TRANSLATE_NOOP("words",
            "Only some may open one of these records. That one has to be the one that stays, or others could read what is in it."));
    case NotNow::LaterMergeFirst:
        return say(QT_TRANSLATE_NOOP("words", "The record that stayed has itself gone into another one since. Please part those first."));
    case NotNow::InTheRegister:
        return say(QT_TRANSLATE_NOOP(
            "words", "This stands in the register of medicine held, and nothing is taken out of it. Please write a correction instead."));
    case NotNow::BothWereHere:
        return say(QT_TRANSLATE_NOOP("words", "Both had a room on the same night, so they may be two people. Nothing was changed."));
    case NotNow::TypedMeanwhile:
        return say(QT_TRANSLATE_NOOP("words",
            "Somebody has typed changes to one of these records that are not saved yet. Please have them saved or discarded first."));
    }
    return say(QT_TRANSLATE_NOOP("words", "This stays as it is: it was issued, signed or sent."));
}

/// What stands under the name of a file, as core says it.
QString notAFile(const QString &what)
{
    if (what == u"folder")
        return say(QT_TRANSLATE_NOOP("words", "This is a folder, not a file. Please name a file in it. Nothing was read or written."));
    if (what == u"pipe")
        return say(QT_TRANSLATE_NOOP("words", "This is a pipe, not a file: it would be waited for. Nothing was read or written."));
    if (what == u"socket")
        return say(QT_TRANSLATE_NOOP("words", "This is a socket of another program, not a file. Nothing was read or written."));
    if (what == u"device")
        return say(QT_TRANSLATE_NOOP("words", "This is a device, not a file. Nothing was read or written."));
    if (what == u"link")
        return say(QT_TRANSLATE_NOOP("words", "This is a link to a file that is not there. Nothing was read or written."));
    return what == u"file" ? say(QT_TRANSLATE_NOOP("words", "This is a file, not a folder. Nothing was written."))
                           : say(QT_TRANSLATE_NOOP("words", "This is not a file. Nothing was read or written."));
}

/// A backup that would keep parts of an earlier copy as if they were the present ones.
QString notAsWrittenLast(const QString &table)
{
    const RecordType *type = kindOf(table);
    return type ? say(QT_TRANSLATE_NOOP("words",
                          "No backup was made: “%1” in this file are not what the history last said of them. “Check the file” tells "
                          "more; once a manager goes on with the file on Today, backups are made again."))
                      .arg(label(type->titleMany))
                : say(QT_TRANSLATE_NOOP("words",
                    "No backup was made: parts of this file are not the ones that were written last. “Check the file” tells more; once a "
                    "manager goes on with the file on Today, backups are made again."));
}

} // namespace

QString error(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        return error.violations.isEmpty() ? say(QT_TRANSLATE_NOOP("words", "Something is missing.")) : violation(error.violations.first());
    case ErrorKind::NotFound:
        return say(QT_TRANSLATE_NOOP("words", "It can't be found."));
    case ErrorKind::Conflict:
        return say(QT_TRANSLATE_NOOP("words", "Someone saved a newer version meanwhile. Nothing was overwritten; please open it again."));
    case ErrorKind::NotPermitted:
        return say(QT_TRANSLATE_NOOP("words", "Your role does not allow this."));
    case ErrorKind::NotAgreed:
        return say(QT_TRANSLATE_NOOP("words", "The resident has not agreed to share this with this agency. Nothing left."));
    case ErrorKind::NotAllowedNow:
        return notAllowed(error.notNow);
    case ErrorKind::WrongPassword:
        return say(QT_TRANSLATE_NOOP("words", "Name or password is not right."));
    case ErrorKind::PasswordNeeded:
        return say(QT_TRANSLATE_NOOP("words", "Please type your password again for this."));
    case ErrorKind::NeedToKnow:
        return say(QT_TRANSLATE_NOOP("words", "This record is restricted: only some of the team need to know it."));
    case ErrorKind::NotAVault:
        return say(QT_TRANSLATE_NOOP("words", "This is not a Keywork file. It was not changed."));
    case ErrorKind::NewerVersion:
        return say(
            QT_TRANSLATE_NOOP("words", "This file was saved by a newer Keywork. Please update this program; the file was not changed."));
    case ErrorKind::Damaged:
        if (error.detail.startsWith(kOlderThanHistory))
            return notAsWrittenLast(error.detail.mid(kOlderThanHistory.size()));
        return say(QT_TRANSLATE_NOOP("words", "This file is damaged. It was not changed; please restore the last good backup."));
    case ErrorKind::InUse: {
        const QStringList parts = error.detail.split(u'|');
        if (parts.size() == 2)
            return say(QT_TRANSLATE_NOOP("words", "This file is open on %1 since %2. Please close it there first."))
                .arg(parts.at(0), parts.at(1));
        return say(QT_TRANSLATE_NOOP("words", "This file is open in another program. Please close it there first."));
    }
    case ErrorKind::ReadOnly:
        return say(QT_TRANSLATE_NOOP("words", "This place can't be written to. Please choose another folder."));
    case ErrorKind::NoRoom:
        return say(
            QT_TRANSLATE_NOOP("words", "The disk is full. This was not saved; what you typed is still here. Make room and save again."));
    case ErrorKind::AlreadyExists:
        return say(QT_TRANSLATE_NOOP("words", "There is a file with this name already. It was not changed."));
    case ErrorKind::NotAFile:
        return notAFile(error.detail);
    case ErrorKind::NameNoText:
        return say(QT_TRANSLATE_NOOP("words",
            "The name of this file, or of a folder above it, is not written as text (UTF-8), so it can't be opened by it. Please rename "
            "it. "
            "Nothing was read or written."));
    case ErrorKind::NotReadable:
        return say(QT_TRANSLATE_NOOP("words", "You may not read this file on this PC. It belongs to somebody else there."));
    case ErrorKind::NoFolder:
        return error.detail.isEmpty()
            ? say(QT_TRANSLATE_NOOP("words", "The folder that this was to be written to is not there. Nothing was written."))
            : say(QT_TRANSLATE_NOOP("words",
                      "The folder that this was to be written to is not there. Nothing was written. Please make the folder “%1”, put the "
                      "stick in, or choose another place."))
                  .arg(error.detail);
    case ErrorKind::FileGone:
        return say(QT_TRANSLATE_NOOP("words",
            "Another file was put in the place of the one that is open, or it was moved or deleted. Nothing was saved into it; what you "
            "typed is still here. Please don't close the window: call your manager."));
    case ErrorKind::DoesNotFit:
        return say(QT_TRANSLATE_NOOP("words",
                       "This does not fit what is on file: it may be there already, or something that it names is gone. The file is whole; "
                       "this was not saved, and what you typed is still here. (%1)"))
            .arg(error.detail);
    case ErrorKind::Storage:
        return say(QT_TRANSLATE_NOOP("words", "The file could not be written. This was not saved; what you typed is still here. (%1)"))
            .arg(error.detail);
    case ErrorKind::Cancelled:
        return say(QT_TRANSLATE_NOOP("words", "Cancelled."));
    }
    return {};
}

QString wrongPasswordAgain(int seconds)
{
    const QString sentence = say(QT_TRANSLATE_NOOP("words", "This is not your password."));
    return seconds > 1 ? sentence + u' ' + say(QT_TRANSLATE_NOOP("words", "Try again in %1 seconds.")).arg(seconds) : sentence;
}

} // namespace keywork::words
