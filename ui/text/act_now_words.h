// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace keywork {

/// Where a clinical sentence was read, and of when that is.
struct ActNowSource {
    QString id;
    QString name;
    QString date; ///< in words: "2019", "January 2025"
};

/// One clinical sentence; `source` names an ActNowSource.
struct ActNowSentence {
    QString text;
    QString source;
    QStringList onlyFor = {}; ///< codes of collapses; empty: any

    bool isFor(const QString &collapse) const { return onlyFor.isEmpty() || onlyFor.contains(collapse); }
};

/// A step that is stamped by one key or press.
struct ActNowButton {
    QString step; ///< code of an ActStep
    QString key; ///< "7", "F2"
    QString says;
    QString look; ///< of the style sheet; empty: plain
};

struct ActNowCard {
    QString id;
    QString title;
    QList<ActNowSentence> says;
    QList<ActNowButton> buttons;
};

/// What it looks like: which sentences and whether naloxone stands open.
struct ActNowCollapse {
    QString code;
    QString says;
    bool showsNaloxone = true; ///< false: one press away, for when one is unsure
};

/// Something that is said so many seconds after a step, and forbids nothing.
struct ActNowReminder {
    QString code;
    QString after; ///< code of an ActStep
    int seconds = 0;
    QString text;
    QString source;
    QStringList until; ///< codes of steps after which it is not said any more
};

/// A step as far as reminders look at it.
struct ActNowStamp {
    QString step;
    qint64 secondsAgo = 0; ///< by the time that the program ran where it was stamped here, so that no clock confuses it
};

/// Everything that Overdose — act now says, for screen and card alike (resources/emergency/act_now.json). No clinical
/// sentence stands anywhere else.
struct ActNowWords {
    QList<ActNowSource> sources;
    QList<ActNowCollapse> collapses;
    QList<ActNowCard> cards;
    QList<ActNowSentence> lookFor;
    QList<ActNowReminder> reminders;

    /// As shipped, in the reader's language.
    static const ActNowWords &shipped();
    const ActNowSource *source(const QString &id) const;
    const ActNowCollapse *collapse(const QString &code) const;
    const ActNowCard *card(const QString &id) const;
    const ActNowReminder *reminder(const QString &code) const;
    /// "Homeless Link, Working with people who use drugs (2019)".
    QString cited(const QString &sourceId) const;
    /// Every sentence with a source, in the order of the screen.
    QList<ActNowSentence> sentences() const;
    /// What is to be said now; `stamps` in the order in which they happened, without those undone.
    QList<ActNowReminder> due(const QList<ActNowStamp> &stamps) const;
};

} // namespace keywork
