// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
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
    QStringList onlyFor = {}; ///< codes of LooksLike; empty: any

    bool isFor(const QString &collapse) const { return onlyFor.isEmpty() || onlyFor.contains(collapse); }
};

/// A step that is stamped by one key or press.
struct ActNowButton {
    QString step; ///< code of an OverdoseStepKind
    QString key; ///< "7", "F2"
    QString says;
    QString look; ///< of the style sheet; empty: plain
    QStringList onlyFor = {}; ///< codes of LooksLike; empty: any
};

struct ActNowCard {
    QString id;
    QString title;
    QList<ActNowSentence> says;
    QList<ActNowButton> buttons;
};

/// What it looks like (LooksLike): which sentences and whether naloxone stands open.
struct ActNowCollapse {
    QString code;
    QString says;
    bool showsNaloxone = true; ///< false: one press away, for when one is unsure
};

/// Everything that Overdose — act now says, for screen and card alike (resources/emergency/act_now.json). No clinical
/// sentence stands anywhere else.
struct ActNowWords {
    QList<ActNowSource> sources;
    QList<ActNowCollapse> collapses;
    QList<ActNowCard> cards;
    QList<ActNowSentence> lookFor;
    QList<std::pair<QString, QString>> signs; ///< code and words of the list overdose_sign, as shipped (W, overdose prevention)
    QHash<QString, ActNowSentence> reminders; ///< what each core/rules/act_now reminds of, by its name

    /// As shipped, in the reader's language.
    static const ActNowWords &shipped();
    const ActNowSource *source(const QString &id) const;
    const ActNowCollapse *collapse(const QString &code) const;
    const ActNowCard *card(const QString &id) const;
    ActNowSentence reminder(const QString &name) const { return reminders.value(name); }
    /// "Homeless Link, Working with people who use drugs (2019)".
    QString cited(const QString &sourceId) const;
    /// Every sentence with a source, in the order of the screen.
    QList<ActNowSentence> sentences() const;
    /// The sentence with the figure of its source: "It wears off after 20 to 30 minutes. [2]".
    QString withFigure(const ActNowSentence &sentence) const;
    /// What the figures stand for: "[1] …; [2] …".
    QString sourcesLine() const;
};

} // namespace keywork
