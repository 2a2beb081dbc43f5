"""노트를 다루는 명령을 부른다."""

import sys

from tools.cli import main

sys.exit(main())
