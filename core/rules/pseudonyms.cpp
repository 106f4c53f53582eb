// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pseudonyms.h"

#include "core/base/redaction.h"

#include <algorithm>

namespace keywork {

namespace {

constexpr int kLetters = 26;
/// For each stand-in a sign that nobody types, so that no name is looked for within a stand-in.
QString signOf(qsizetype index) { return QChar(char16_t(0xE000 + index)); }
constexpr qsizetype kMostSigns = 0x1800;

} // namespace

QString letterOf(int index)
{
    QString letters;
    for (int rest = index; rest >= 0; rest = rest / kLetters - 1)
        letters.prepend(QChar(u'A' + rest % kLetters));
    return letters;
}

void Pseudonyms::add(const QString &table, qint64 id, const QString &pattern, const QStringList &names)
{
    if (m_labels.contains({table, id}) || m_known.size() >= kMostSigns)
        return;
    const QString label = pattern.arg(letterOf(m_counts[pattern]++));
    m_labels.insert({table, id}, label);
    m_known.append({label, nameWords(names)});
}

void Pseudonyms::addOthers(const QStringList &names) { m_others.append(nameWords(names)); }

QString Pseudonyms::in(const QString &text) const
{
    struct Word {
        QString word;
        qsizetype known; ///< -1: one of the others
    };
    QList<Word> words;
    for (qsizetype i = 0; i < m_known.size(); ++i)
        for (const QString &word : m_known.at(i).words)
            words.append({word, i});
    for (const QString &word : m_others)
        words.append({word, -1});
    // Whole names before their parts, so that two people of one first name stay two.
    std::stable_sort(words.begin(), words.end(), [](const Word &a, const Word &b) { return a.word.size() > b.word.size(); });
    QString rest = text;
    const QString kept(QChar(char16_t(0xF8FF))); // what was taken out before stays so
    rest.replace(kRemovedName, kept);
    for (const Word &word : words) {
        if (!rest.contains(word.word, Qt::CaseInsensitive))
            continue;
        rest = withoutNames(rest, {word.word});
        if (word.known >= 0)
            rest.replace(kRemovedName, signOf(word.known));
        else
            rest.replace(kRemovedName, kept);
    }
    rest.replace(kept, kRemovedName);
    for (qsizetype i = 0; i < m_known.size(); ++i)
        rest.replace(signOf(i), m_known.at(i).label);
    return rest;
}

} // namespace keywork
