// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kLine = 110;
const QString kIndent = QString(17, u' ');

/// How to sign in is the same for nearly all commands, and said once.
bool isAccess(const CommandOption &option)
{
    const QLatin1String name(option.name);
    return option.required && (name == "user"_L1 || name == "password-file"_L1);
}

QString shownOption(const CommandOption &option)
{
    const QString text = u"--"_s + QLatin1String(option.name) + (option.value ? u' ' + QString::fromUtf8(option.value->shown) : QString());
    return option.required ? text : u'[' + text + u']';
}

QStringList wordsOf(const Placeholder &place)
{
    if (place.words)
        return place.words();
    const QString shown = QString::fromUtf8(place.shown);
    const bool isFixed = place.shell == Placeholder::Shell::Nothing && shown == shown.toLower() && !shown.contains(u'"');
    return isFixed ? shown.split(u'|') : QStringList();
}

QStringList offered(const Placeholder &place)
{
    switch (place.shell) {
    case Placeholder::Shell::Files:
        return {u"<files>"_s};
    case Placeholder::Shell::Folders:
        return {u"<folders>"_s};
    case Placeholder::Shell::Nothing:
        break;
    }
    return wordsOf(place);
}

/// With commas between them, as what is shown has it.
bool takesSeveral(const Placeholder &place) { return place.words && QString::fromUtf8(place.shown).contains(u','); }

/// Each word behind those that stand there already, once.
QStringList behindTheOthers(const QStringList &words, const QString &last)
{
    const QString before = last.left(last.lastIndexOf(u',') + 1);
    const QStringList given = before.split(u',', Qt::SkipEmptyParts);
    QStringList found;
    for (const QString &word : words)
        if (!given.contains(word))
            found.append(before + word);
    return found;
}

const CommandOption *optionCalled(const Command &command, const QString &word)
{
    for (const CommandOption &option : command.options)
        if (word == u"--"_s + QLatin1String(option.name))
            return &option;
    return nullptr;
}

QStringList optionsLeft(const Command &command, const QStringList &given)
{
    QStringList left;
    for (const CommandOption &option : command.options)
        if (const QString word = u"--"_s + QLatin1String(option.name); !given.contains(word))
            left.append(word);
    return left;
}

QStringList firstWords()
{
    QStringList words;
    for (const Command &command : allCommands())
        words.append(QString::fromLatin1(command.name));
    return words + QStringList{u"--help"_s, u"--version"_s, u"--self-test"_s, u"<files>"_s};
}

/// Of what stands at the last of the words, after the command's own name.
QStringList candidates(const Command &command, const QStringList &before, const QString &last)
{
    if (const CommandOption *asking = before.isEmpty() ? nullptr : optionCalled(command, before.last()); asking && asking->value)
        return takesSeveral(*asking->value) ? behindTheOthers(offered(*asking->value), last) : offered(*asking->value);
    if (last.startsWith(u'-'))
        return optionsLeft(command, before);
    qsizetype names = 0;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const CommandOption *option = optionCalled(command, before.at(i));
        if (option)
            i += option->isFlag() ? 0 : 1;
        else
            ++names;
    }
    return names < command.names.size() ? offered(command.names.at(names)) : optionsLeft(command, before);
}

} // namespace

QString usageOf(const Command &command, bool withAccess)
{
    QStringList words{QString::fromLatin1(command.name)};
    for (const Placeholder &name : command.names)
        words.append(QString::fromUtf8(name.shown));
    for (const CommandOption &option : command.options)
        if (withAccess || !isAccess(option))
            words.append(shownOption(option));
    QString text;
    qsizetype length = 0;
    for (const QString &word : words) {
        if (length + word.size() + 1 > kLine - kIndent.size()) {
            text += u'\n' + kIndent;
            length = 0;
        } else if (length > 0) {
            text += u' ';
        }
        text += word;
        length += word.size() + 1;
    }
    return text;
}

QStringList valuesOf(const Command &command)
{
    QStringList lines;
    const auto tell = [&lines](const Placeholder &place, const QString &before) {
        if (!place.words)
            return;
        const QString shown = QString::fromUtf8(place.shown);
        const QString sentence = takesSeveral(place) ? said("%1 is some of: %2.") : said("%1 is one of: %2.");
        lines.append(sentence.arg(before + shown, place.words().join(u", "_s)));
    };
    for (const Placeholder &name : command.names)
        tell(name, {});
    for (const CommandOption &option : command.options)
        if (option.value)
            tell(*option.value, u"--"_s + QLatin1String(option.name) + u' ');
    return lines;
}

QStringList completionsFor(const QStringList &words)
{
    const QString last = words.isEmpty() ? QString() : words.last();
    QStringList found;
    if (words.size() <= 1) {
        found = firstWords();
    } else if (const Command *command = commandNamed(words.first())) {
        found = candidates(*command, words.mid(1, words.size() - 2), last);
    }
    found.removeIf([&last](const QString &word) { return !word.startsWith(u'<') && !word.startsWith(last); });
    return found;
}

} // namespace keywork
