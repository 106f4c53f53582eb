#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Keywork authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The layers of ARCHITECTURE.md: what a folder may not include or call. Debian's shared Qt include root hides a wrong
# include from the linker.
set -u
wrong=0
# forbid WHY PATTERN PATH...
forbid() {
  local why=$1 pattern=$2
  shift 2
  local found
  found=$(grep -rnE "$pattern" --include='*.h' --include='*.cpp' "$@" 2>/dev/null)
  if [ -n "$found" ]; then
    printf '%s\n%s\n\n' "$why:" "$found"
    wrong=1
  fi
}

forbid 'core knows no screens' '#include [<"](QtGui|QtWidgets|QtPrintSupport)/|#include <(QWidget|QPainter|QColor|QFont|QApplication|QGuiApplication|QMessageBox|QImage)>' core
forbid 'only storage knows SQL' '#include [<"](QtSql/|QSql)' core/base core/record core/domain core/forms core/rules core/exchange core/vault core/services ui app
forbid 'services write no SQL' '"(SELECT|INSERT|UPDATE|DELETE FROM|REPLACE INTO|PRAGMA|WITH|VACUUM|CREATE|DROP|ALTER) |listWhere|\bQuery [a-z]|[^a-zA-Z]valueOf\(' core/services
forbid 'QSqlQuery stands in query.h alone' 'QSqlQuery' core/base core/record core/domain core/forms core/rules core/vault core/services ui app core/storage/[a-pr-z]*
forbid 'screens see services, never storage or vault' '#include "core/(storage|vault)/' ui app
forbid 'no arrow points up: base' '#include "(core/(record|domain|forms|rules|exchange|vault|storage|services)|ui|app)/' core/base
forbid 'no arrow points up: record' '#include "(core/(domain|forms|rules|exchange|vault|storage|services)|ui|app)/' core/record
forbid 'no arrow points up: domain' '#include "(core/(forms|rules|exchange|vault|storage|services)|ui|app)/' core/domain
forbid 'no arrow points up: forms' '#include "(core/(rules|exchange|vault|storage|services)|ui|app)/' core/forms
forbid 'no arrow points up: rules' '#include "(core/(forms|exchange|vault|storage|services)|ui|app)/' core/rules
forbid 'no arrow points up: vault' '#include "(core/(record|domain|forms|rules|exchange|storage|services)|ui|app)/' core/vault
forbid 'no arrow points up: exchange' '#include "(core/(forms|vault|storage|services)|ui|app)/' core/exchange
forbid 'no arrow points up: storage' '#include "(core/(forms|rules|exchange|services)|ui|app)/' core/storage
forbid 'core includes nothing above it' '#include "(ui|app)/' core
forbid 'screens know nothing of the program' '#include "app/' ui
forbid 'prints need no widgets' '#include <(QWidget|QLabel|QPrinter|QPrintDialog|QApplication)>|#include [<"]QtWidgets/' ui/print ui/text
forbid 'a nested event loop would break auto-lock' '(->|[^y]\.)exec\(\)|QEventLoop|processEvents|QMessageBox|QInputDialog|getOpenFileName|getSaveFileName|getExistingDirectory' core ui
forbid 'threads start in Background alone' 'QThread::create|std::thread|QtConcurrent|QThreadPool|std::async' core/record core/domain core/forms core/rules core/exchange core/vault core/storage core/services ui app
forbid 'plain files are for tests' 'PlainForTests' core/services ui app
forbid 'cheap keys are for tests' 'KdfCost::forTests' core/storage core/domain ui app
forbid 'colours stand in the palette file; paper has its own ink' 'QColor\("?#|QColor\([0-9]|Qt::(red|green|blue|yellow|black|gray)\b' ui/theme ui/shell ui/forms ui/widgets ui/pages
forbid 'what is typed is never markup' 'setHtml|toHtml\(|Qt::RichText|insertHtml|Qt::AutoText|Qt::MarkdownText' core ui app
forbid 'PDF libraries and FHIR stay in exchange' '#include <qpdf/' core/base core/record core/domain core/forms core/rules core/vault core/storage core/services ui app
forbid 'the program opens no socket' 'QTcpSocket|QUdpSocket|QNetwork|QLocalSocket|AF_INET|socket\(' core ui app
forbid 'months and years are counted in core/base/anniversary alone, which asks what the end of a month means' '(\.|->)add(Months|Years)\(' core/record core/domain core/forms core/rules core/exchange core/vault core/storage core/services ui app
# Bytes, digits, codes and texts of our own; what people typed goes through atMost (core/base/text).
cuts=$(grep -rnE '\.(left|truncate)\((k[A-Z]|most\b|int\(k|lengthLimit|[a-z_]+::k[A-Z]|[1-9][0-9'"'"']+\))' --include='*.h' --include='*.cpp' core ui app |
  grep -vE 'toHex\(\)|toUtf8\(\)\.left|bytes\.left|sql\.left|key\.left\(kSecretDigits|stored\.left\(10\)|u"starts_at"_s\)\.left\(10\)|^core/base/text\.cpp')
if [ -n "$cuts" ]; then
  printf '%s\n%s\n\n' 'a text is cut by atMost, which halves no character:' "$cuts"
  wrong=1
fi
exit $wrong
