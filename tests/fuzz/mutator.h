// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace keywork::test {

/// Spoils what it is given, the same way for the same seed.
class Mutator {
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int most) { return most > 0 ? int(m_random.bounded(quint32(most))) : 0; }
    bool oneIn(int chances) { return below(chances) == 0; }
    template <class T> const T &pick(const QList<T> &some) { return some.at(below(int(some.size()))); }

    /// Flipped bits, cuts, insertions, copies of parts, interesting bytes and numbers; at least one change.
    QByteArray bytes(const QByteArray &input);
    /// The same on UTF-16 units, with hostile texts among what is inserted.
    QString text(const QString &input);
    /// Tokens of JSON swapped, dropped, doubled and replaced; mostly still JSON.
    QByteArray json(const QByteArray &input);
    /// Something that somebody could type or paste: words, signs, hostile texts.
    QString typed();

private:
    void spoil(QByteArray &bytes);
    void spoil(QString &text);
    int at(qsizetype size) { return below(int(size)); }

    QRandomGenerator m_random;
};

} // namespace keywork::test
