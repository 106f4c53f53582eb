// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay_letters.h"

namespace keywork {

/// What both kinds of letter are checked for: days in their order, and what a letter says once it was given.
Violations letterHoldsTogether(const Row &row);

/// A member of both letters as one of `T`.
template <class T, class M> constexpr M T::*inLetter(M StayLetter::*member) { return member; }

/// Only whom supporting residents is the work reads them: they are not for the door.
inline constexpr Access kLettersPrepared{.readers = Act::Share, .add = Act::Share, .amend = Act::Share};
inline constexpr Access kLettersByManagers{.readers = Act::Share, .add = Act::Manage, .amend = Act::Manage};

Field letterReasonField();
Field letterHappenedField();
Field letterIncidentField();
Field letterOwnWordsField();
Field letterGivenOnField();
Field letterGivenHowField();
Field letterDecidedByField();
Field appealHowField();
Field appealUntilField();
Field appealOnField();
Field appealWordsField();
Field appealHeardByField();
Field appealHeardByOtherField();
Field appealHeardOnField();
Field appealOutcomeField();
Field appealAnswerField();
Field takenBackOnField();
Field takenBackWhyField();

/// Whose it is, and why.
template <class T> Described<T> withReason(Described<T> &&type)
{
    return std::move(type)
        .field(inLetter<T>(&StayLetter::reason), letterReasonField())
        .field(inLetter<T>(&StayLetter::happened), letterHappenedField())
        .field(inLetter<T>(&StayLetter::incidentId), letterIncidentField())
        .field(inLetter<T>(&StayLetter::ownWords), letterOwnWordsField());
}

template <class T> Described<T> withGiving(Described<T> &&type)
{
    return std::move(type)
        .field(inLetter<T>(&StayLetter::givenOn), letterGivenOnField())
        .field(inLetter<T>(&StayLetter::givenHow), letterGivenHowField())
        .field(inLetter<T>(&StayLetter::decidedById), letterDecidedByField());
}

template <class T> Described<T> withAppeal(Described<T> &&type)
{
    return std::move(type)
        .field(inLetter<T>(&StayLetter::appealHow), appealHowField())
        .field(inLetter<T>(&StayLetter::appealUntil), appealUntilField())
        .field(inLetter<T>(&StayLetter::appealOn), appealOnField())
        .field(inLetter<T>(&StayLetter::appealWords), appealWordsField())
        .field(inLetter<T>(&StayLetter::heardById), appealHeardByField())
        .field(inLetter<T>(&StayLetter::heardByOther), appealHeardByOtherField())
        .field(inLetter<T>(&StayLetter::heardOn), appealHeardOnField())
        .field(inLetter<T>(&StayLetter::outcome), appealOutcomeField())
        .field(inLetter<T>(&StayLetter::answer), appealAnswerField())
        .field(inLetter<T>(&StayLetter::takenBackOn), takenBackOnField())
        .field(inLetter<T>(&StayLetter::takenBackWhy), takenBackWhyField());
}

} // namespace keywork
