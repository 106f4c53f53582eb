// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/violation.h"

#include <QString>
#include <utility>

namespace keywork {

/// Every way in which an operation can end other than well. `ui/text` has a sentence for each.
enum class ErrorKind {
    Invalid, ///< the violations say which fields
    NotFound,
    Conflict, ///< someone saved a newer version since this one was read
    NotPermitted, ///< the role may not do this
    NotAgreed, ///< the resident has not agreed to share this
    NotAllowedNow, ///< the record's state forbids it (an issued plan is not edited)
    WrongPassword, ///< wrong name and wrong password look the same
    PasswordNeeded, ///< the password has to be typed again for this
    NeedToKnow, ///< a restricted record, and this person is not among those who need to know
    NotAVault,
    NewerVersion,
    Damaged,
    InUse, ///< detail: computer and since when
    ReadOnly,
    NoRoom,
    AlreadyExists,
    NotAFile, ///< detail: what it is instead (core/base/plain_file.h)
    NameNoText, ///< the name's bytes are no text (UTF-8), so that no file can be asked for by it
    NotReadable, ///< the rights of the file, not its place
    NoFolder, ///< the folder that it was to be written to is not there; detail, if any: the first one that is missing
    FileGone, ///< another file, or none, stands under the name of the one that is open
    DoesNotFit, ///< the file's own rules refuse it (a double, a reference to nothing) where no check did
    Storage, ///< reading or writing failed
    Cancelled,
};

/// Why something can't be done at this moment: the state of a record or of the file forbids it.
enum class NotNow {
    StaysAsItIs, ///< issued, signed or sent
    BackupRuns,
    NewRecoveryKeyFirst, ///< the one on paper is from an earlier version
    PlanIssued,
    PlanIssuedAlready,
    PlanIsDraft,
    OtherPaperSigned,
    OnHold,
    LivesHere,
    Decided,
    CorrectedAlready,
    SomebodySignedIn,
    NotClosedInFull,
    SealedMeanwhile, ///< what waits sealed opens with the present key alone, and another one was to come
    CannotBeUndone,
    HasWorkedHere, ///< a member of the team is never taken out, only said to have left
    LeftTheTeam,
    PasswordFirst, ///< signed in with the recovery key
    OwnAccess,
    LastWayIn,
    OwnFile,
    HostelsFile, ///< under this name stands a hostel's file, a backup, or what lies beside one
    NoPlainFile, ///< a device, a folder, a link, or a file that has another name too
    ReferralSent,
    AgreementNotSaved,
    OpenAlready,
    ForeignJournal, ///< beside the file lies a journal of another state of it
    DamagedJournal, ///< beside the file lies its own journal, broken or cut
    EnteredInError, ///< nothing is saved over what somebody said is an error
    Emergency, ///< it is not put off
    NoEmergency, ///< only of an emergency is it said that somebody rang
    SamePerson, ///< two records are to become one, and they are one already
    SaidToBeTwo, ///< somebody said that they are not the same person
    BothWereHere, ///< on one night both had a room: made one only when that is confirmed
    TypedMeanwhile, ///< somebody has unsaved changes of one of the two
    ErasureWaits, ///< one of the two is proposed to be erased
    RestrictedStays, ///< a restricted record that would go into one which others may open
    LaterMergeFirst, ///< the record went into another one since
    InTheRegister, ///< nothing is taken out of the register of medicine held
};

/// What went wrong. `detail` is for logs and technicians and never holds personal data.
struct Error {
    ErrorKind kind = ErrorKind::Storage;
    QString detail;
    Violations violations;
    NotNow notNow = NotNow::StaysAsItIs; ///< of NotAllowedNow
};

inline Error notNow(NotNow why) { return {ErrorKind::NotAllowedNow, {}, {}, why}; }

/// Ends the program: somebody took the value of what failed, and going on with an empty one could save over a record.
[[noreturn]] void valueOfWhatFailed();

/// A value or an Error; std::expected, which C++20 lacks. Not a std::variant: some three hundred of those were a sixth of the
/// compiler's work, and every value that is handed back can be made empty anyway.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_value(std::move(value))
    {
    }
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    explicit operator bool() const { return !m_failed; }
    T &operator*()
    {
        mustHold();
        return m_value;
    }
    const T &operator*() const
    {
        mustHold();
        return m_value;
    }
    T *operator->() { return &**this; }
    const T *operator->() const { return &**this; }
    const Error &error() const { return m_error; }

private:
    void mustHold() const
    {
        if (m_failed)
            valueOfWhatFailed();
    }

    T m_value{};
    Error m_error;
    bool m_failed = false;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    explicit operator bool() const { return !m_failed; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

using Done = Result<void>;

inline Error invalid(Violations violations) { return {ErrorKind::Invalid, {}, std::move(violations)}; }

} // namespace keywork
