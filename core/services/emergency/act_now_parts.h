// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/emergency/act_now.h"
#include "core/vault/vault_header.h"

#include <QObject>
#include <algorithm>

namespace keywork {

/// An emergency with what the screen need not know.
struct Running {
    Emergency shown;
    qint64 steadyStart = 0; ///< what the steady clock said when it began
    qint64 lastOrder = 0; ///< of its presses

    /// The step of a press that was not taken back; null: none.
    ActNowStep *standing(const QString &press)
    {
        const auto found = std::find_if(
            shown.steps.begin(), shown.steps.end(), [&](const ActNowStep &each) { return each.said.pressId == press && !each.isUndone; });
        return found == shown.steps.end() ? nullptr : &*found;
    }
};

/// A press that is not in the record yet.
struct Pending {
    Press press;
    bool isSealed = false; ///< it is on a disk, and joins by itself
};

/// In the order of what happened, undone ones where they were.
void sortByMoment(QList<ActNowStep> &steps);

struct ActNow::Parts {
    Parts(QString file, const SeenHeads &seenHeads, const Clock &wall, const SteadyClock &steadyClock);

    Running &begin(const QDateTime &at);
    Running *find(const QString &emergency);
    qint64 elapsed(const Running &one) const { return std::max<qint64>(0, steady.milliseconds() - one.steadyStart); }
    Press newPress(Running &one, Press::What what) const;
    /// Durable when this returns, as far as anything takes it.
    Outcome keep(Running &one, const Press &press);
    Done keepInRecord();
    bool sealBeside(const QByteArray &plain) const;
    KeptIn seal(const Press &press, AsidePlace &place);
    void signedIn(OpenHostel &open);
    void locking();
    HouseCard card() const;
    HouseCard cardOnFile() const;
    void takeWhatWaits(KitOnWall &kit) const;
    /// What is told of the kit of a dose; its route is filled in from it.
    QList<ActNowDoubt> lookAtKit(OverdoseStep &step) const;
    void writeCard() const;
    void lookAtHeader();
    /// What the record says of an emergency goes on the screen, and one that a killed program left is taken up again.
    void readAnew();
    void takeUp(const EmergencyOnFile &found);
    void show(Running &one, const EmergencyOnFile &found) const;
    void changed() const
    {
        if (tell)
            tell();
    }

    const QString hostelFile;
    const SeenHeads seen;
    const Clock &clock;
    const SteadyClock &steady;
    OpenHostel *hostel = nullptr;
    std::optional<VaultHeader> header;
    QList<Running> emergencies; ///< oldest first
    QList<Pending> pending; ///< in the order of pressing
    std::function<void()> tell;
    std::unique_ptr<QObject> listener; ///< to the open file's changes
};

} // namespace keywork
