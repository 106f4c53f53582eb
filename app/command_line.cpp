// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/commands/commands.h"
#include "core/base/plain_file.h"
#include "core/base/text.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QStringList kOwnOptions{u"--help"_s, u"--version"_s, u"--self-test"_s};

QString usage()
{
    QString text = said("Usage: keywork [FILE]    open the window") + u'\n';
    for (const Command &command : allCommands())
        text += u"       keywork "_s + usageOf(command, false) + u'\n';
    text += u"       keywork "_s + kOwnOptions.join(u" | "_s) + u'\n';
    text += said("Commands on a file take --user NAME --password-file PATH|-; “keywork COMMAND --help” tells of one command.") + u'\n';
    return text + said("Exit codes: 0 done, 1 failed, 2 usage, 3 refused") + u'\n';
}

/// What was most likely meant; empty when nothing is near.
QString nearest(const QString &typed, const QStringList &known)
{
    constexpr int kMost = 2;
    QString best;
    int least = kMost + 1;
    for (const QString &word : known) {
        const int distance = word.startsWith(typed) && typed.size() > 2 ? 0 : spellingDistance(typed, word, kMost);
        if (distance < least && distance < word.size() - 1) {
            least = distance;
            best = word;
        }
    }
    return best;
}

QString meant(const QString &typed, const QStringList &known)
{
    const QString near = nearest(typed, known);
    return near.isEmpty() ? QString() : u' ' + said("Was “%1” meant?").arg(near);
}

QString howToUse(const Command *command)
{
    return u' ' + said("“keywork %1” says how.").arg(command ? QLatin1String(command->name) + u" --help"_s : u"--help"_s);
}

int wrongUsage(Output output, const Command *command, const QString &sentence) { return failUsage(output, sentence + howToUse(command)); }

QStringList namesOf(const QList<Command> &commands)
{
    QStringList names;
    for (const Command &command : commands)
        names.append(QString::fromLatin1(command.name));
    return names;
}

/// A path and no slip: it is there, or looks like a path or a hostel's file.
bool isPath(const QString &word)
{
    return !word.isEmpty() && (word.contains(u'/') || word.contains(u".keywork"_s) || QFileInfo::exists(word));
}

/// What was typed after a command, taken apart; `wrong` says what does not fit, in one sentence.
struct Typed {
    Request request;
    QString wrong;
    bool asksForHelp = false;
};

const CommandOption *optionOf(const Command &command, const QString &name)
{
    const auto found = std::find_if(
        command.options.cbegin(), command.options.cend(), [&](const CommandOption &one) { return name == QLatin1String(one.name); });
    return found == command.options.cend() ? nullptr : &*found;
}

QStringList optionNames(const Command &command)
{
    QStringList names;
    for (const CommandOption &option : command.options)
        names.append(u"--"_s + QLatin1String(option.name));
    return names;
}

/// Takes one option and what belongs to it from the words; what is wrong with it, or nothing.
QString takeOption(const Command &command, QStringList &words, Request &request)
{
    const QString typed = words.takeFirst();
    const QString name = typed.section(u'=', 0, 0).mid(2);
    const QString shown = u"--"_s + name;
    const CommandOption *option = typed.startsWith(u"--"_s) ? optionOf(command, name) : nullptr;
    if (!option)
        return said("“%1” has no option “%2”.").arg(QLatin1String(command.name), typed.section(u'=', 0, 0))
            + meant(typed.section(u'=', 0, 0), optionNames(command));
    if (request.flags.contains(name) || request.options.contains(name))
        return said("“%1” is there twice.").arg(shown); // which of two persons was meant nobody can tell
    if (option->isFlag()) {
        request.flags.append(name);
        return typed.contains(u'=') ? said("“%1” takes nothing after it.").arg(shown) : QString();
    }
    // The next option is not taken for the value of this one.
    const bool isMissing = !typed.contains(u'=') && (words.isEmpty() || words.first().startsWith(u"--"_s));
    const QString value = isMissing ? QString() : typed.contains(u'=') ? typed.section(u'=', 1) : words.takeFirst();
    if (value.trimmed().isEmpty())
        return said("“%1” is to be followed by %2.").arg(shown, QString::fromUtf8(option->value->shown));
    request.options.insert(name, value);
    return {};
}

QString wrongNames(const Command &command, const QStringList &names)
{
    if (std::any_of(names.cbegin(), names.cend(), [](const QString &name) { return name.trimmed().isEmpty(); }))
        return said("A name after “%1” is empty.").arg(QLatin1String(command.name));
    if (names.size() <= command.names.size() && names.size() >= command.names.size() - command.mayMiss)
        return {};
    QStringList shown;
    for (const Placeholder &name : command.names)
        shown.append(QString::fromUtf8(name.shown));
    return said("“%1” takes after it: %2.").arg(QLatin1String(command.name), shown.join(u' '));
}

Typed takenApart(const Command &command, QStringList words)
{
    Typed typed;
    typed.asksForHelp = words.contains(u"--help"_s);
    while (typed.wrong.isEmpty() && !words.isEmpty()) {
        if (words.first() == u"--") {
            typed.request.names += words.mid(1);
            words.clear();
        } else if (words.first().startsWith(u'-') && words.first() != u"-") {
            typed.wrong = takeOption(command, words, typed.request);
        } else {
            typed.request.names.append(words.takeFirst());
        }
    }
    if (typed.wrong.isEmpty())
        typed.wrong = wrongNames(command, typed.request.names);
    for (const CommandOption &option : command.options)
        if (typed.wrong.isEmpty() && option.required && !typed.request.options.contains(QLatin1String(option.name)))
            typed.wrong = said("“--%1” is missing.").arg(QLatin1String(option.name));
    return typed;
}

/// All that was given, and whether it names a file or a folder.
QList<std::pair<QString, bool>> givenTo(const Command &command, const Request &request)
{
    const auto isFile = [](const Placeholder &place) { return place.shell != Placeholder::Shell::Nothing; };
    QList<std::pair<QString, bool>> given;
    for (qsizetype i = 0; i < request.names.size(); ++i)
        given.append({request.names.at(i), isFile(command.names.at(i))});
    for (const CommandOption &option : command.options)
        if (const auto value = request.options.constFind(QLatin1String(option.name)); option.value && value != request.options.cend())
            given.append({*value, isFile(*option.value)});
    return given;
}

int runNamed(const QStringList &arguments, Output output)
{
    const QString first = arguments.value(0);
    const bool isAlone = arguments.size() == 1;
    if (kOwnOptions.contains(first) && !isAlone)
        return wrongUsage(output, nullptr, said("“%1” is not known behind “%2”, which stands alone.").arg(arguments.at(1), first));
    if (first == u"--version") {
        output.out << "keywork " << KEYWORK_VERSION << '\n';
        return Finished;
    }
    if (first == u"--help") {
        output.out << usage();
        return Finished;
    }
    if (first == u"--self-test")
        return selfTest(output);
    const Command *command = commandNamed(first);
    if (!command && isPath(first))
        return wrongUsage(output, nullptr, said("The window opens one file, without anything else."));
    if (!command && first.startsWith(u'-'))
        return wrongUsage(output, nullptr, said("There is no option “%1”.").arg(first) + meant(first, kOwnOptions));
    if (!command)
        return wrongUsage(
            output, nullptr, said("There is no command, and no file, “%1”.").arg(first) + meant(first, namesOf(allCommands())));
    const Typed typed = takenApart(*command, arguments.mid(1));
    if (typed.asksForHelp) {
        output.out << said("Usage: keywork %1").arg(usageOf(*command, true)) << '\n';
        for (const QString &line : valuesOf(*command))
            output.out << line << '\n';
        return Finished;
    }
    if (!typed.wrong.isEmpty())
        return wrongUsage(output, command, typed.wrong);
    for (const auto &[given, isFile] : givenTo(*command, typed.request))
        if (isNoText(given)) {
            output.err << (isFile ? said("“%1” is not written as text (UTF-8): a file with such a name can't be opened or written. Please "
                                         "rename it; nothing was read or written.")
                                  : said("“%1” is not written as text (UTF-8), so it can't be read. Please type it again, where the "
                                         "terminal is set to UTF-8; nothing was read or written."))
                              .arg(given)
                       << '\n';
            return Failed;
        }
    return command->run(typed.request, output);
}

} // namespace

QString argumentFrom(const char *argument) { return QString::fromUtf8(argument); }

bool isCommand(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const bool opensWindow
        = arguments.size() == 1 && !arguments.first().startsWith(u'-') && !commandNamed(arguments.first()) && isPath(arguments.first());
    return !opensWindow;
}

int complete(const QStringList &words, Output output)
{
    for (const QString &word : completionsFor(words))
        output.out << word << '\n';
    return Finished;
}

int runCommand(const QStringList &arguments, Output output)
{
    const int code = runNamed(arguments, output);
    output.out.flush();
    if (code != Finished || output.out.status() == QTextStream::Ok)
        return code;
    output.err << said("This could not be written to where the output goes.") << '\n';
    return Failed;
}

} // namespace keywork
