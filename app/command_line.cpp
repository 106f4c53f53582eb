// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/commands/commands.h"
#include "core/base/plain_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString usage()
{
    QString text = said("Usage: keywork [FILE]                 open the window") + u'\n';
    for (const Command &command : allCommands())
        text += u"       keywork "_s + QString::fromUtf8(command.usage) + u'\n';
    text += u"       keywork --version | --help | --self-test\n"_s;
    text += said("Commands on a file take --user NAME --password-file PATH|-") + u'\n';
    return text + said("Exit codes: 0 done, 1 failed, 2 usage, 3 refused") + u'\n';
}

int wrongUsage(Output output, const QString &sentence)
{
    output.err << sentence << "\n\n" << usage();
    return WrongUsage;
}

const Command *commandNamed(const QString &name)
{
    for (const Command &command : allCommands())
        if (name == QLatin1String(command.name))
            return &command;
    return nullptr;
}

/// The parser would take "--user" for the value of "--out" otherwise silently missing.
QString missingOption(const Command &command, const QMap<QString, QString> &options)
{
    for (const CommandOption &option : command.options)
        if (option.required && options.value(QLatin1String(option.name)).isEmpty())
            return QString::fromLatin1(option.name);
    return {};
}

} // namespace

QString argumentFrom(const char *argument) { return QString::fromUtf8(argument); }

bool isCommand(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString first = arguments.first();
    return first == u"--version" || first == u"--help" || first == u"--self-test" || commandNamed(first)
        || (first.startsWith(u'-') && first != u"--demo");
}

namespace {

int runNamed(const QStringList &arguments, Output output)
{
    const QString first = arguments.value(0);
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
    if (!command)
        return wrongUsage(output, said("There is no command “%1”.").arg(first));
    QCommandLineParser parser;
    for (const CommandOption &option : command->options) {
        if (option.isFlag)
            parser.addOption({QString::fromLatin1(option.name), {}});
        else
            parser.addOption({QString::fromLatin1(option.name), {}, u"value"_s});
    }
    if (!parser.parse(QStringList{u"keywork"_s} + arguments.mid(1)))
        return wrongUsage(output, parser.errorText());
    const qsizetype names = parser.positionalArguments().size();
    if (names > command->positional || names < command->positional - command->mayMiss)
        return wrongUsage(output, said("“%1” takes %2 names after it.").arg(first).arg(command->positional));
    Request request{parser.positionalArguments(), {}, {}};
    for (const CommandOption &option : command->options) {
        const QString name = QString::fromLatin1(option.name);
        if (option.isFlag && parser.isSet(name))
            request.flags.append(name);
        else if (parser.isSet(name))
            request.options.insert(name, parser.value(name));
    }
    if (const QString missing = missingOption(*command, request.options); !missing.isEmpty())
        return wrongUsage(output, said("“--%1” is missing.").arg(missing));
    for (const QString &given : request.names + request.options.values())
        if (isNoText(given)) {
            output.err << said("“%1” is not written as text (UTF-8): a file with such a name can't be opened or written. Please rename it; "
                               "nothing was read or written.")
                              .arg(given)
                       << '\n';
            return Failed;
        }
    return command->run(request, output);
}

} // namespace

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
