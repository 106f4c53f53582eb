// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/passwords.h"

#include <QFile>
#include <QRandomGenerator>
#include <vector>
#include <zxcvbn.h>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kShortestPassword = 8;

const QStringList &passphraseWords()
{
    static const QStringList words = [] {
        QFile file(u":/keywork/words/passphrase.txt"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }();
    return words;
}

} // namespace

PasswordStrength passwordStrength(const QString &password, const QStringList &knownWords)
{
    std::vector<QByteArray> words;
    for (const QString &known : knownWords)
        for (const QString &word : known.split(u' ', Qt::SkipEmptyParts))
            words.push_back(word.toUtf8());
    std::vector<const char *> pointers;
    for (const QByteArray &word : words)
        pointers.push_back(word.constData());
    pointers.push_back(nullptr);
    const double bits = ZxcvbnMatch(password.toUtf8().constData(), pointers.data(), nullptr);
    PasswordStrength strength;
    strength.longEnough = password.size() >= kShortestPassword;
    // The usual steps of zxcvbn: 10^3, 10^6, 10^8, 10^10 guesses.
    for (const double step : {9.97, 19.93, 26.58, 33.22})
        if (bits >= step)
            ++strength.score;
    return strength;
}

std::optional<Violation> passwordViolation(const QString &password, const QStringList &knownWords)
{
    const PasswordStrength strength = passwordStrength(password, knownWords);
    if (!strength.longEnough)
        return Violation{u"password"_s, Rule::TooSmall, QString::number(kShortestPassword)};
    if (!strength.acceptable())
        return Violation{u"password"_s, Rule::TooEasyToGuess, {}};
    return {};
}

QString makePassphrase(int count)
{
    const QStringList &words = passphraseWords();
    QStringList chosen;
    for (int i = 0; i < count; ++i)
        chosen.append(words.at(QRandomGenerator::system()->bounded(words.size())));
    return chosen.join(u'-');
}

} // namespace keywork
