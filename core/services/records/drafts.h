// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/draft_place.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <functional>

namespace keywork {

class Records;

/// A form that was not saved, while the file itself can't take it.
struct WaitingDraft {
    qint64 staff = 0;
    DraftPlace place;
    QJsonObject content;
    QDateTime at;
};

/// What the person signed in has typed and not saved yet.
class Drafts {
public:
    explicit Drafts(Records &records)
        : m_records(records)
    {
    }

    /// Also when the file can't take it (its disk is full, another file stands in its place): then it is sealed elsewhere
    /// (keeping/aside), and comes back to the file with the next one that can be kept, or at the next sign-in.
    Done keep(const DraftPlace &place, const QJsonObject &content);
    Done discard(const DraftPlace &place);
    /// Empty when nothing was left unsaved there.
    QJsonObject at(const DraftPlace &place) const;
    /// Every place where something was left unsaved, the newest first.
    QList<DraftPlace> places() const;

    /// When the forms were typed that stand aside for the one of this place, the newest first.
    QList<QDateTime> standAside(const DraftPlace &place) const;
    /// The one of that time takes the place, and what waits there stands aside for it. NotFound.
    Done takeAside(const DraftPlace &place, const QDateTime &at);
    Done dropAside(const DraftPlace &place, const QDateTime &at);

    /// How a draft is sealed elsewhere, and taken away there.
    struct Elsewhere {
        std::function<bool(const WaitingDraft &draft)> seal = {};
        std::function<void(const WaitingDraft &draft)> forget = {};
    };
    void waitWith(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }
    /// From before this sign-in, of anybody: into the file if it takes them. Where it holds a newer one of the same place
    /// that does not say all of it, the earlier one stands aside in the file (standAside, bringBack).
    void adopt(const QList<WaitingDraft> &drafts);
    qsizetype waiting() const { return m_waiting.size(); }
    /// Writes what waits, if it can be.
    void join();
    /// At a sign-in, before any form is open: what stood aside for a newer form of the same place is offered, once that
    /// one was saved or thrown away.
    void bringBack();

private:
    void forgetWaiting(qint64 staff, const DraftPlace &place);
    Done intoFile(const WaitingDraft &draft);

    Records &m_records;
    Elsewhere m_elsewhere;
    QList<WaitingDraft> m_waiting; ///< of everybody; shown to whoever typed it
};

} // namespace keywork
