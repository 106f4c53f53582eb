// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QRandomGenerator>
#include <QStringView>

namespace keywork {

/// Chance that repeats itself: the same seed and name give the same numbers on every PC.
class DemoRandom {
public:
    DemoRandom(quint32 seed, QStringView name)
        : m_source(QList<quint32>{seed, hashOf(name)}.constData(), 2)
    {
    }
    /// 0 to most - 1; 0 when there is nothing to choose from.
    int upTo(int most) { return most <= 0 ? 0 : m_source.bounded(most); }
    bool oneIn(int times) { return upTo(times) == 0; }
    QJsonValue pick(const QJsonArray &from) { return from.at(upTo(int(from.size()))); }
    template <class T> const T &pick(const QList<T> &from) { return from.at(upTo(int(from.size()))); }

private:
    /// FNV-1a; qHash is another one on another processor.
    static quint32 hashOf(QStringView name)
    {
        quint32 hash = 2166136261u;
        for (const QChar c : name)
            hash = (hash ^ c.unicode()) * 16777619u;
        return hash;
    }
    QRandomGenerator m_source;
};

} // namespace keywork
